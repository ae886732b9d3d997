package nl.marge.profitability;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.allocation.memo.AllocationMemos;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.cube.CubeView;
import nl.marge.cube.Cubes;
import nl.marge.cube.scenario.KnownScenarios;
import nl.marge.kernel.Money;
import nl.marge.ledger.audit.ControlTotals;
import nl.marge.ledger.audit.FeedComparison;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.moment.LedgerMoments;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.StreamedAnswer;
import nl.marge.profitability.comparison.Comparison;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The segment P&amp;L over HTTP. */
@Path("/api/v1/companies/{company}/profit-and-loss")
@Tag(name = "Reports", description = "What the ledger says: segment P&L, lines, balances, changes.")
class ProfitAndLossResource {

    private static final List<AnswerForm> FORMS = List.of(AnswerForm.JSON, AnswerForm.CSV);

    private final Companies companies;
    private final LedgerMoments moments;
    private final Cubes cubes;
    private final ProfitAndLosses reports;
    private final KnownScenarios scenarios;
    private final ControlTotals controlTotals;
    private final AllocationMemos memos;

    ProfitAndLossResource(
            Companies companies,
            LedgerMoments moments,
            Cubes cubes,
            ProfitAndLosses reports,
            KnownScenarios scenarios,
            ControlTotals controlTotals,
            AllocationMemos memos) {
        this.companies = companies;
        this.moments = moments;
        this.cubes = cubes;
        this.reports = reports;
        this.scenarios = scenarios;
        this.controlTotals = controlTotals;
        this.memos = memos;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getProfitAndLoss",
            summary = "The segment P&L",
            description = "Exact to the last committed line, by any dimensions, with its own proof against the ledger."
                    + " At most 5,000,000 values (`report_too_large`); 503 with Retry-After while a large ledger is"
                    + " read into memory after a start.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "by", ref = "by")
    @Parameter(name = "filter", ref = "filter")
    @Parameter(name = "membership", ref = "membership")
    @Parameter(name = "kinds", ref = "kinds")
    @Parameter(name = "scenario", ref = "scenario")
    @Parameter(name = "allocation", ref = "allocation")
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(
            name = "compare",
            in = ParameterIn.QUERY,
            description = "What every figure is set against: PREVIOUS_YEAR the same dates a year before,"
                    + " PREVIOUS_PERIOD as long a range right before (in months where it is whole months), SCENARIO:"
                    + " with a scenario the same dates there. Column by column, so many months or days back.",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                            pattern = "^(PREVIOUS_YEAR|PREVIOUS_PERIOD|SCENARIO:[A-Za-z0-9._-]{1,64})$"),
            example = "SCENARIO:BUDGET")
    @Parameter(
            name = "columns",
            in = ParameterIn.QUERY,
            description = "How the range is cut into columns; TOTAL always comes last.",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                            enumeration = {"NONE", "MONTH", "QUARTER", "YEAR"},
                            defaultValue = "NONE"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "A statement line by whose total rows are ordered, with - for the largest first; by key"
                    + " without it.",
            example = "-CM4")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "So many rows of values; the rest come as one row OTHERS, so that totals tie.",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "1000000"))
    @Parameter(name = "format", ref = "format")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The report. As CSV one line a value: dim.X and name.X for each axis, row_kind, line,"
                    + " line_kind, column, value, percent_of_net_revenue, and compare_value, difference,"
                    + " difference_percent where compare asks so.",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProfitAndLossBody.class),
                        examples = @ExampleObject(name = "bySegment", value = ProfitAndLossBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "bySegment", value = ProfitAndLossBody.EXAMPLE_CSV))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/ReportTooLarge")
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        LedgerMoment moment = moments.read(company, query);
        CubeView view = cubes.current(company).upTo(moment.number());
        ReportQuery asked = ReportQuery.read(query, moment);
        asked.scenarios().forEach((parameter, code) -> scenarios.check(company, code, parameter, query));
        AnswerForm form = AnswerForm.of(query, headers, FORMS);
        CsvStyle style = AnswerForm.csvStyle(query);
        query.refuseIfWrong();
        ReportFrame frame = ReportFrame.of(asked, moment.reference());
        StreamedAnswer answer = new StreamedAnswer(form, moment.watermark().toString());
        String tag = tag(frame, moment, form, style);
        if (ETags.isKnown(headers, tag)) {
            return answer.notModified(tag);
        }
        ProfitAndLoss report = reports.report(frame, view);
        String difference = Money.text(
                report.reconciliation().difference(),
                moment.reference().company().decimals());
        List<FeedComparison> feeds = controlTotals.compare(
                company,
                asked.selection().scenario(),
                asked.range(),
                moment.number(),
                moment.reference().version());
        AllocationMemo memo = memos.of(frame.reference(), asked.range(), asked.selection(), view);
        return answer.of(
                tag,
                difference,
                form == AnswerForm.CSV
                        ? out -> new ProfitAndLossCsv(report).write(out, style)
                        : out -> new ProfitAndLossJson(report, feeds, memo).write(out));
    }

    private static String tag(ReportFrame frame, LedgerMoment moment, AnswerForm form, CsvStyle style) {
        List<String> parts = new ArrayList<>();
        parts.add(frame.key());
        parts.add(frame.query().compare().map(Comparison::text).orElse(""));
        parts.add(moment.watermark().toString());
        parts.add(form.contentType());
        parts.add(form == AnswerForm.CSV ? style.toString() : "");
        return ETags.ofReport(parts);
    }
}
