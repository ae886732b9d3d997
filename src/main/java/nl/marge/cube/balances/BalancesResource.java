package nl.marge.cube.balances;

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
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.cube.CubeView;
import nl.marge.cube.Cubes;
import nl.marge.cube.scenario.KnownScenarios;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.moment.LedgerMoments;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.StreamedAnswer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Balances over HTTP. */
@Path("/api/v1/companies/{company}/balances")
@Tag(name = "Reports")
class BalancesResource {

    private static final List<AnswerForm> FORMS = List.of(AnswerForm.JSON, AnswerForm.CSV);

    private final Companies companies;
    private final LedgerMoments moments;
    private final Cubes cubes;
    private final Balances balances;
    private final KnownScenarios scenarios;

    BalancesResource(
            Companies companies, LedgerMoments moments, Cubes cubes, Balances balances, KnownScenarios scenarios) {
        this.companies = companies;
        this.moments = moments;
        this.cubes = cubes;
        this.balances = balances;
        this.scenarios = scenarios;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "listBalances",
            summary = "Balances by account and dimensions",
            description = "Opening, debit, credit and closing of every key that has lines, the opening over all lines"
                    + " before from. by takes account besides dimensions, and is account when absent."
                    + " With currency each row tells the lines of one currency, in the company's and in that one.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "by", ref = "by")
    @Parameter(name = "account", ref = "account")
    @Parameter(name = "filter", ref = "filter")
    @Parameter(name = "membership", ref = "membership")
    @Parameter(name = "kinds", ref = "kinds")
    @Parameter(name = "scenario", ref = "scenario")
    @Parameter(name = "allocation", ref = "allocation")
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(
            name = "currency",
            in = ParameterIn.QUERY,
            description = "Tells lines apart by the currency of their entries: ALL for each, or the only one to tell.",
            schema = @Schema(implementation = String.class),
            example = "ALL")
    @Parameter(name = "format", ref = "format")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The balances by key, the total last",
            headers = @Header(name = "X-Marge-Watermark", ref = "watermark"),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BalancesBody.class),
                        examples = @ExampleObject(name = "byAccount", value = BalancesBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "byAccount", value = BalancesBody.EXAMPLE_CSV))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/ReportTooLarge")
    public Response list(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        LedgerMoment moment = moments.read(company, query);
        CubeView view = cubes.current(company).upTo(moment.number());
        Reference reference = moment.reference();
        BalanceQuery asked = BalanceQuery.read(query, moment);
        scenarios.check(company, asked.selection().scenario(), "scenario", query);
        AnswerForm form = AnswerForm.of(query, headers, FORMS);
        CsvStyle style = AnswerForm.csvStyle(query);
        query.refuseIfWrong();
        String watermark = moment.watermark().toString();
        String tag = ETags.ofReport(List.of(
                "balances", company.code(), asked.normalForm(), watermark, form.contentType(), style.toString()));
        StreamedAnswer answer = new StreamedAnswer(form, watermark);
        if (ETags.isKnown(headers, tag)) {
            return answer.notModified(tag);
        }
        BalanceReport report = new BalanceReport(asked, reference, balances.rows(asked, reference, view), watermark);
        return answer.of(tag, form == AnswerForm.CSV ? out -> report.writeCsv(out, style) : report::writeJson);
    }
}
