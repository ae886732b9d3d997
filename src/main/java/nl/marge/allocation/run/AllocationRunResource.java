package nl.marge.allocation.run;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.job.JobBody;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.keyed.KeyedRequests;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.job.Job;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Allocation runs over HTTP. */
@Path("/api/v1/companies/{company}/allocation-runs")
@Tag(name = "Allocation runs", description = "Internal cost to the segments and customers that cause it.")
@Produces(MediaType.APPLICATION_JSON)
class AllocationRunResource {

    private final Companies companies;
    private final AllocationRuns runs;
    private final KeyedRequests keyedRequests;

    AllocationRunResource(Companies companies, AllocationRuns runs, KeyedRequests keyedRequests) {
        this.companies = companies;
        this.runs = runs;
        this.keyedRequests = keyedRequests;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startAllocationRun",
            summary = "Allocate a period",
            description = "A job: its result names the run. It is posted whole or not at all, on the last day of the"
                    + " period; the run that stood for the same cycle, period and scenario is reversed in the same"
                    + " moment, and nothing is posted when nothing has changed since (`UNCHANGED`). While one run of a"
                    + " company is made, another is refused (`run_in_progress`). An unknown cycle, and a period"
                    + " that is CLOSED or FUTURE, are refused at once, of a dry run too. What else cannot be allocated"
                    + " fails the job with all reasons as its problem.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RunCommand.class),
                            examples = @ExampleObject(name = "run", value = RunCommand.EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "The run is queued as a job.",
            content =
                    @Content(
                            schema = @Schema(implementation = JobBody.class),
                            examples = @ExampleObject(name = "job", value = JobBody.EXAMPLE_QUEUED)))
    public Response start(
            @PathParam("company") String companyCode,
            @HeaderParam(KeyedRequests.HEADER) String idempotencyKey,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        return keyedRequests.run(company.id(), idempotencyKey, uri, body, (sent, key) -> {
            RunCommand command = JsonBody.read(sent, RunCommand::read);
            return accepted(
                    company,
                    runs.order(company, command, key.map(owned -> new Kept(keyedRequests, owned, company.code()))));
        });
    }

    @GET
    @Operation(operationId = "listAllocationRuns", summary = "Allocation runs, the newest first")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of runs.",
            content =
                    @Content(
                            schema = @Schema(implementation = RunBody.SummaryPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "runs",
                                            value = "{\"items\":[" + RunBody.Summary.EXAMPLE + "],\"next\":null}")))
    public Page<RunBody.Summary> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(2);
        query.refuseIfWrong();
        LocalDateTime before = page.isFirst()
                ? LocalDateTime.of(9999, 1, 1, 0, 0)
                : LocalDateTime.parse(page.after().get(0));
        String beforeId = page.isFirst() ? "" : page.after().get(1);
        return Page.of(
                        page,
                        runs.list(company, before, beforeId, page.fetch()),
                        run -> List.of(CompanyCounters.utc(run.recordedAt()).toString(), run.id()))
                .map(RunBody.Summary::of);
    }

    @GET
    @Path("{run}")
    @Operation(
            operationId = "getAllocationRun",
            summary = "An allocation run, and whether it still holds",
            description = "Whether it is STALE is found out when asked: by its fingerprints of lines, driver"
                    + " quantities, capacities and rules, pool by pool.")
    @APIResponse(
            responseCode = "200",
            description = "The run.",
            content =
                    @Content(
                            schema = @Schema(implementation = RunBody.class),
                            examples = @ExampleObject(name = "current", value = RunBody.EXAMPLE)))
    public RunBody get(@PathParam("company") String companyCode, @PathParam("run") String id, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        AllocationRun run = runs.require(company, id);
        return RunBody.of(company.code(), company.decimals(), run, runs.overtaken(company, run));
    }

    @POST
    @Path("{run}/reversal")
    @Operation(
            operationId = "reverseAllocationRun",
            summary = "Reverse a run",
            description = "A job: each of its entries is cancelled by one of the same date; the cost stands again where"
                    + " it arose. Only the current run of a cycle and period is reversed (`run_not_current`).")
    @APIResponse(
            responseCode = "202",
            description = "The reversal is queued as a job.",
            content =
                    @Content(
                            schema = @Schema(implementation = JobBody.class),
                            examples = @ExampleObject(name = "job", value = JobBody.EXAMPLE_QUEUED)))
    public Response reverse(
            @PathParam("company") String companyCode, @PathParam("run") String id, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        return accepted(company, runs.orderReversal(company, id));
    }

    private static Response accepted(Company company, Job job) {
        return Response.accepted(JobBody.of(company.code(), job))
                .location(URI.create(JobBody.location(company.code(), job)))
                .build();
    }

    /** Keeps the answer for a repeat of the request. */
    private record Kept(KeyedRequests requests, IdempotencyKeys.Key key, String company) implements AnswerKeeper<Job> {
        @Override
        public IdempotencyKeys.Answer answer(Job job) {
            return requests.answer(
                    Response.Status.ACCEPTED.getStatusCode(), JobBody.location(company, job), JobBody.of(company, job));
        }
    }
}
