package nl.marge.customervalue.valuation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import nl.marge.cube.asked.AskedReport;
import nl.marge.cube.asked.AskedReports;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.table.TableAnswers;
import nl.marge.platform.http.table.TableReply;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When acquisition cost comes back, and every term of one customer's value, over HTTP. */
@Path("/api/v1/companies/{company}/clv/fits/{fit}")
@Tag(name = "Customer value")
class ExplanationResource {

    private static final int MONTHS_MAX = 120;
    private static final int MONTHS_DEFAULT = 36;

    private final AskedReports requests;
    private final TableAnswers answers;
    private final Valuations valuations;

    ExplanationResource(AskedReports requests, TableAnswers answers, Valuations valuations) {
        this.requests = requests;
        this.answers = answers;
        this.valuations = valuations;
    }

    @GET
    @Path("payback")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getClvPayback",
            summary = "When acquisition cost comes back",
            description = "What a new customer of each segment has brought after each month, discounted, beside what it"
                    + " cost to win him; payback is looked for within twenty years, whatever the horizon.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The end of this day is today, with all that is posted now; without it the end of what was"
                    + " fitted, with the entries the fit saw.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "horizon",
            in = ParameterIn.QUERY,
            description = "How much of the future counts: ISO 8601, or INF for all of it.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "P5Y"),
            example = "P5Y")
    @Parameter(
            name = "annualRate",
            in = ParameterIn.QUERY,
            description = "The discount rate, annual and effective, as a fraction.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "0.10"),
            example = "0.10")
    @Parameter(
            name = "months",
            in = ParameterIn.QUERY,
            description = "So many months are told.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "120", defaultValue = "36"))
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(name = "format", ref = "tableFormat")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "Payback by segment",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PaybackBody.class),
                        examples = @ExampleObject(name = "fit", value = PaybackBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "fit", value = PaybackBody.EXAMPLE_CSV))
            })
    public Response payback(
            @PathParam("company") String companyCode,
            @PathParam("fit") String fit,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        Terms terms = Terms.read(asked.query());
        int months = asked.query().integer("months", MONTHS_DEFAULT, 1, MONTHS_MAX);
        List<String> form =
                List.of(asked.company().code(), "clv-payback", fit, terms.toString(), Integer.toString(months));
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            ValuationAnswers of = new ValuationAnswers(valuations.of(asked, fit, terms), fit);
            return new TableReply(
                    of.difference(), () -> of.payback(months), (out, style) -> of.writePayback(out, style, months));
        });
    }

    @GET
    @Path("explain/{customer}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "explainClv",
            summary = "Every term of one customer's value",
            description =
                    "What stands in the ledger, the history a model sees, its parameters, what is expected with an"
                            + " interval, margin and cost-to-serve, and how they come to the value.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The end of this day is today, with all that is posted now; without it the end of what was"
                    + " fitted, with the entries the fit saw.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "horizon",
            in = ParameterIn.QUERY,
            description = "How much of the future counts: ISO 8601, or INF for all of it.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "P5Y"),
            example = "P5Y")
    @Parameter(
            name = "annualRate",
            in = ParameterIn.QUERY,
            description = "The discount rate, annual and effective, as a fraction.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "0.10"),
            example = "0.10")
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @APIResponse(
            responseCode = "200",
            description = "The explanation",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExplainBody.class),
                            examples = @ExampleObject(name = "fit", value = ExplainBody.EXAMPLE)))
    public ExplainBody explain(
            @PathParam("company") String companyCode,
            @PathParam("fit") String fit,
            @PathParam("customer") String customer,
            @Context UriInfo uri) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        Terms terms = Terms.read(asked.query());
        asked.query().refuseIfWrong();
        Valuation valuation = valuations.of(asked, fit, terms);
        return valuation.customers().stream()
                .filter(of -> valuation
                        .histories()
                        .reference()
                        .dimensions()
                        .value(of.buyer().days().customer())
                        .code()
                        .equals(customer))
                .findFirst()
                .map(of -> new Explanation(valuation, of, fit).body())
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "Customer \"" + Texts.excerpt(customer) + "\" bought nothing from "
                                + valuation.histories().first() + " to "
                                + valuation.histories().last()
                                + " in this fit. GET .../customers lists those who did."));
    }
}
