package nl.marge.ledger.period;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.FiscalPeriod;
import nl.marge.ledger.setting.PeriodStatuses;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.ResourceAnswers;
import nl.marge.platform.json.CollectionBody;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Fiscal periods over HTTP: opening and closing. */
@Path("/api/v1/companies/{company}/periods")
@Tag(name = "Periods", description = "Which fiscal periods take postings, per scenario.")
@Produces(MediaType.APPLICATION_JSON)
class PeriodResource {

    private static final String SCENARIO = "scenario";
    private static final String ACTUAL = "ACTUAL";

    private final Companies companies;
    private final References references;
    private final Periods periods;

    PeriodResource(Companies companies, References references, Periods periods) {
        this.companies = companies;
        this.references = references;
        this.periods = periods;
    }

    @GET
    @Operation(
            operationId = "listPeriods",
            summary = "The periods whose status was set, in order of time",
            description = "A period that is not listed is OPEN.")
    @Parameter(
            name = SCENARIO,
            in = ParameterIn.QUERY,
            description = "Whose periods",
            schema = @Schema(implementation = String.class, defaultValue = ACTUAL))
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of periods.",
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "periods",
                                            value = "{\"items\":[" + PeriodBody.EXAMPLE + "],\"next\":null}")))
    public Page<PeriodBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        String scenario = scenario(query);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        List<FiscalPeriod> ordered = statuses(company).periods(scenario);
        return Page.ofOrdered(page, ordered, period -> period.period().toString())
                .map(PeriodBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putPeriods",
            summary = "Set the status of many periods",
            description = "All of them or none; what is not named stays as it is.")
    @Parameter(
            name = SCENARIO,
            in = ParameterIn.QUERY,
            description = "Whose periods",
            schema = @Schema(implementation = String.class, defaultValue = ACTUAL))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = PeriodBody.class),
                        examples = @ExampleObject(name = "two", value = PeriodBody.TWO)),
                @Content(mediaType = CollectionBody.NDJSON)
            })
    @APIResponse(
            responseCode = "200",
            description = "How many were set for the first time, changed, or so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = Counts.class),
                            examples =
                                    @ExampleObject(
                                            name = "counts",
                                            value = "{\"created\":2,\"updated\":0,\"unchanged\":0}")))
    public Counts putAll(
            @PathParam("company") String companyCode,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        String scenario = scenario(query);
        query.refuseIfWrong();
        String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        List<PeriodCommand> commands =
                CollectionBody.read(contentType, body, json -> PeriodReader.read(json, scenario, "")).stream()
                        .map(placed -> placed.item().at(placed.place()))
                        .toList();
        return periods.putAll(company, scenario, commands);
    }

    @GET
    @Path("{period}")
    @Operation(
            operationId = "getPeriod",
            summary = "A period",
            description = "One whose status was never set is OPEN, with ETag \"0\".")
    @Parameter(
            name = SCENARIO,
            in = ParameterIn.QUERY,
            description = "Whose period",
            schema = @Schema(implementation = String.class, defaultValue = ACTUAL))
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The period; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodBody.class),
                            examples = @ExampleObject(name = "period", value = PeriodBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("period") String text,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        String scenario = scenario(query);
        query.refuseIfWrong();
        YearMonth period = DateRange.period(text).orElseThrow(() -> unknown(text));
        FiscalPeriod found =
                statuses(company).period(scenario, period).orElseGet(() -> FiscalPeriod.unmentioned(scenario, period));
        return ResourceAnswers.get(headers, found.version(), PeriodBody.of(found));
    }

    @PUT
    @Path("{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putPeriod",
            summary = "Open or close a period",
            description = "Takes effect at once and everywhere: a posting under way ends before, or is weighed again.")
    @Parameter(
            name = SCENARIO,
            in = ParameterIn.QUERY,
            description = "Whose period",
            schema = @Schema(implementation = String.class, defaultValue = ACTUAL))
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PeriodBody.class),
                            examples = @ExampleObject(name = "period", value = PeriodBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The status is set for the first time.",
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodBody.class),
                            examples = @ExampleObject(name = "period", value = PeriodBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The status is changed, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = PeriodBody.class),
                            examples = @ExampleObject(name = "period", value = PeriodBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("period") String period,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        String scenario = scenario(query);
        query.refuseIfWrong();
        PeriodCommand command = JsonBody.read(body, json -> PeriodReader.read(json, scenario, period));
        Upsert<FiscalPeriod> done = periods.put(company, scenario, period, command, ETags.ifMatch(headers));
        return ResourceAnswers.put(done.outcome(), done.resource().version(), PeriodBody.of(done.resource()));
    }

    private PeriodStatuses statuses(Company company) {
        return references.current(company).settings().periods();
    }

    private static String scenario(QueryParameters query) {
        return query.value(SCENARIO, text -> Optional.of(text).filter(Codes::isCode), "a code: " + Codes.FORM)
                .orElse(ACTUAL);
    }

    private static Refusal unknown(String period) {
        return new Refusal(
                Refusal.Reason.UNKNOWN,
                "\"" + Texts.excerpt(period) + "\" is no fiscal period. Give a calendar month from 1900-01 to 2199-12,"
                        + " written 2026-03.");
    }
}
