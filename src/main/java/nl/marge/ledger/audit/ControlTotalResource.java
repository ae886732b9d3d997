package nl.marge.ledger.audit;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.Watermark;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.ResourceAnswers;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Control totals of feeds over HTTP. */
@Path("/api/v1/companies/{company}/control-totals")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
class ControlTotalResource {

    private static final String SCENARIO = "ACTUAL";

    private final Companies companies;
    private final CompanyCounters counters;
    private final ControlTotals controlTotals;

    ControlTotalResource(Companies companies, CompanyCounters counters, ControlTotals controlTotals) {
        this.companies = companies;
        this.counters = counters;
        this.controlTotals = controlTotals;
    }

    @GET
    @Operation(
            operationId = "compareControlTotals",
            summary = "What sources announced beside what has arrived",
            description = "For every fiscal period of the range of which a source announced totals, by source. What"
                    + " Marge itself posts is not counted; a redirected late entry counts in the period its source"
                    + " dated it.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "scenario", in = ParameterIn.QUERY, description = "ACTUAL unless given", example = "ACTUAL")
    @APIResponse(
            responseCode = "200",
            description = "The comparisons",
            content =
                    @Content(
                            schema = @Schema(implementation = Comparisons.class),
                            examples =
                                    @ExampleObject(
                                            name = "oneEntryMissing",
                                            value = "{\"items\":[" + FeedComparison.EXAMPLE
                                                    + "],\"watermark\":\"1017.42\"}")))
    public Comparisons list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        DateRange range = query.range();
        String scenario = scenario(query);
        query.refuseIfWrong();
        Watermark watermark = counters.watermark(company.id());
        return new Comparisons(
                controlTotals.compare(company, scenario, range, watermark.number(), watermark.referenceVersion()),
                watermark.toString());
    }

    @GET
    @Path("{source}/{period}")
    @Operation(operationId = "getControlTotal", summary = "What a source announced for a fiscal period")
    @Parameter(name = "scenario", in = ParameterIn.QUERY, description = "ACTUAL unless given", example = "ACTUAL")
    @APIResponse(
            responseCode = "200",
            description = "What was announced beside what has arrived",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedComparison.class),
                            examples = @ExampleObject(name = "oneEntryMissing", value = FeedComparison.EXAMPLE)))
    public FeedComparison get(
            @PathParam("company") String companyCode,
            @PathParam("source") String source,
            @PathParam("period") String period,
            @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        String scenario = scenario(query);
        query.refuseIfWrong();
        return comparison(company, feed(source, scenario, period));
    }

    @PUT
    @Path("{source}/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putControlTotal",
            summary = "Announce what a source has sent for a fiscal period",
            description = "Entries, lines as sent, and the sums of debit and of credit in the company's currency, both"
                    + " positive. Reports over the period show at once whether all of it has arrived.")
    @Parameter(name = "scenario", in = ParameterIn.QUERY, description = "ACTUAL unless given", example = "ACTUAL")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = FeedComparison.Totals.class),
                            examples =
                                    @ExampleObject(
                                            name = "march",
                                            value = "{\"entries\":412,\"lines\":1890,\"debit\":\"912345.10\","
                                                    + "\"credit\":\"912345.10\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Announced for the first time",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedComparison.class),
                            examples = @ExampleObject(name = "oneEntryMissing", value = FeedComparison.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Announced anew, or the same as before",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedComparison.class),
                            examples = @ExampleObject(name = "oneEntryMissing", value = FeedComparison.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("source") String source,
            @PathParam("period") String period,
            @Context UriInfo uri,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        String scenario = scenario(query);
        query.refuseIfWrong();
        requireForm(source, period);
        Feed feed = feed(source, scenario, period);
        FeedTotals announced = JsonBody.read(body, FeedTotalsReader::read).totals(company.decimals());
        Upsert<ControlTotal> done = controlTotals.put(company, feed, announced);
        return ResourceAnswers.put(done.outcome(), done.resource().version(), comparison(company, feed));
    }

    private FeedComparison comparison(Company company, Feed feed) {
        Watermark watermark = counters.watermark(company.id());
        String period = feed.period().toString();
        DateRange range = new DateRange(
                period, period, feed.period().atDay(1), feed.period().atEndOfMonth());
        return controlTotals
                .compare(company, feed.scenario(), range, watermark.number(), watermark.referenceVersion())
                .stream()
                .filter(comparison -> comparison.source().equals(feed.source()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "Source " + feed.source() + " announced nothing for " + period
                                + ". Announce it with PUT .../control-totals/" + feed.source() + "/" + period + "."));
    }

    private static String scenario(QueryParameters query) {
        return query.value("scenario", text -> Optional.of(text).filter(Codes::isCode), "a code: " + Codes.FORM)
                .orElse(SCENARIO);
    }

    /** What can be announced for; what was never announced, whatever its form, is simply not there. */
    private static void requireForm(String source, String period) {
        Violations violations = new Violations();
        if (!Codes.isCode(source)) {
            violations.add(
                    "/source",
                    ViolationCode.SOURCE_INVALID,
                    "source \"" + Texts.excerpt(source) + "\" is not a code: " + Codes.FORM + ".");
        }
        if (DateRange.period(period).isEmpty()) {
            violations.add(
                    "/period",
                    ViolationCode.VALUE_INVALID,
                    "Period \"" + Texts.excerpt(period) + "\" is no fiscal period. Give a calendar month from 1900-01"
                            + " to 2199-12, written 2026-03.");
        }
        violations.refuseContent();
    }

    private static Feed feed(String source, String scenario, String period) {
        Optional<YearMonth> month = DateRange.period(period);
        if (month.isEmpty() || !Codes.isCode(source)) {
            throw new Refusal(
                    Refusal.Reason.UNKNOWN,
                    "There are no control totals of \"" + Texts.excerpt(source) + "\" for \"" + Texts.excerpt(period)
                            + "\". Give the code of a source and a fiscal period such as 2026-03.");
        }
        return new Feed(source, scenario, month.get());
    }

    /** All comparisons asked for, and up to where they count. */
    @Schema(name = "ControlTotals")
    record Comparisons(List<FeedComparison> items, String watermark) {}
}
