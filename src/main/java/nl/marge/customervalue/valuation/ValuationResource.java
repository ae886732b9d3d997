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
import java.util.Optional;
import nl.marge.cube.asked.AskedReport;
import nl.marge.cube.asked.AskedReports;
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

/** Customers and segments by a fit, over HTTP. */
@Path("/api/v1/companies/{company}/clv/fits/{fit}")
@Tag(name = "Customer value")
class ValuationResource {

    private static final int LIMIT_MAX = 1_000_000;

    private final AskedReports requests;
    private final TableAnswers answers;
    private final Valuations valuations;

    ValuationResource(AskedReports requests, TableAnswers answers, Valuations valuations) {
        this.requests = requests;
        this.answers = answers;
        this.valuations = valuations;
    }

    @GET
    @Path("customers")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getClvCustomers",
            summary = "What each customer is worth",
            description =
                    "Margin x discounted purchases - cost-to-serve x discounted weeks alive, for every customer who"
                            + " bought, with the terms of it.")
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
            name = "sort",
            in = ParameterIn.QUERY,
            description = "-value the best first, value the worst first, customer by code.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"-value", "value", "customer"},
                            defaultValue = "-value"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "So many customers; the rest come as one of others, so that totals tie.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000"))
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(name = "format", ref = "tableFormat")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The customers",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CustomersBody.class),
                        examples = @ExampleObject(name = "fit", value = CustomersBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "fit", value = CustomersBody.EXAMPLE_CSV))
            })
    public Response customers(
            @PathParam("company") String companyCode,
            @PathParam("fit") String fit,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        ValuationAnswers.Order order = asked.query()
                .value(
                        "sort",
                        text -> switch (text) {
                            case "-value" -> Optional.of(ValuationAnswers.Order.BEST_FIRST);
                            case "value" -> Optional.of(ValuationAnswers.Order.WORST_FIRST);
                            case "customer" -> Optional.of(ValuationAnswers.Order.CUSTOMER);
                            default -> Optional.empty();
                        },
                        "-value, value or customer")
                .orElse(ValuationAnswers.Order.BEST_FIRST);
        int limit = asked.query().integer("limit", LIMIT_MAX, 1, LIMIT_MAX);
        Terms terms = Terms.read(asked.query());
        List<String> form = List.of(
                asked.company().code(), "clv-customers", fit, terms.toString(), order.name(), Integer.toString(limit));
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            ValuationAnswers of = new ValuationAnswers(valuations.of(asked, fit, terms), fit);
            return new TableReply(
                    of.difference(),
                    () -> of.customers(order, limit),
                    (out, style) -> of.writeCustomers(out, style, order, limit));
        });
    }

    @GET
    @Path("segments")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getClvSegments",
            summary = "What each segment is worth, and a new customer of it",
            description = "The sum over its customers with a standard error, what they have earned so far, and for a"
                    + " customer to be won his value before and after acquisition cost.")
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
    @Parameter(name = "format", ref = "tableFormat")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The segments",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SegmentsBody.class),
                        examples = @ExampleObject(name = "fit", value = SegmentsBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "fit", value = SegmentsBody.EXAMPLE_CSV))
            })
    public Response segments(
            @PathParam("company") String companyCode,
            @PathParam("fit") String fit,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        Terms terms = Terms.read(asked.query());
        List<String> form = List.of(asked.company().code(), "clv-segments", fit, terms.toString());
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            ValuationAnswers of = new ValuationAnswers(valuations.of(asked, fit, terms), fit);
            return new TableReply(of.difference(), of::segments, of::writeSegments);
        });
    }
}
