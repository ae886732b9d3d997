package nl.marge.company.job;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.job.Job;
import nl.marge.platform.job.Jobs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs over HTTP. */
@Path("/api/v1/companies/{company}/jobs")
@Tag(name = "Jobs", description = "Work that outlives its request, and survives a restart.")
@Produces(MediaType.APPLICATION_JSON)
class JobResource {

    private final Companies companies;
    private final Jobs jobs;

    JobResource(Companies companies, Jobs jobs) {
        this.companies = companies;
        this.jobs = jobs;
    }

    @GET
    @Operation(operationId = "listJobs", summary = "All jobs, the newest first")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of jobs.",
            content =
                    @Content(
                            schema = @Schema(implementation = JobBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = "{\"items\":[" + JobBody.EXAMPLE_RUNNING + "],\"next\":null}")))
    public Page<JobBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        long before =
                page.isFirst() ? Long.MAX_VALUE : before(query, page.after().get(0));
        query.refuseIfWrong();
        List<Job> found = jobs.list(company.id(), before, page.fetch());
        return Page.of(page, found, job -> List.of(Long.toString(job.id())))
                .map(job -> JobBody.of(company.code(), job));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getJob",
            summary = "A job",
            description = "Ask again until its state is SUCCEEDED, FAILED or CANCELLED.")
    @APIResponse(
            responseCode = "200",
            description = "The job.",
            content =
                    @Content(
                            schema = @Schema(implementation = JobBody.class),
                            examples = {
                                @ExampleObject(name = "running", value = JobBody.EXAMPLE_RUNNING),
                                @ExampleObject(name = "failed", value = JobBody.EXAMPLE_FAILED)
                            }))
    public JobBody get(@PathParam("company") String companyCode, @PathParam("id") String id, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        Job job = jobs.require(company.id(), id);
        return JobBody.of(company.code(), job);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description = "A queued job is CANCELLED at once. A running one is asked to end (`cancelAsked`) and is"
                    + " CANCELLED a moment later, unless its work was done by then: ask for it until it is finished. It"
                    + " stays on record. Of a finished one nothing can be cancelled (`job_finished`).")
    @APIResponse(
            responseCode = "202",
            description = "The job as it is now.",
            content =
                    @Content(
                            schema = @Schema(implementation = JobBody.class),
                            examples = @ExampleObject(name = "ending", value = JobBody.EXAMPLE_ENDING)))
    public Response cancel(@PathParam("company") String companyCode, @PathParam("id") String id, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        Job job = jobs.cancel(company.id(), id);
        return Response.accepted(JobBody.of(company.code(), job))
                .location(uri.getRequestUri())
                .build();
    }

    private static long before(QueryParameters query, String last) {
        Optional<Long> id = Jobs.idOf(last);
        if (id.isEmpty()) {
            query.invalid("cursor", "Parameter cursor is of another list. Give what \"next\" of the page before said.");
        }
        return id.orElse(Long.MAX_VALUE);
    }
}
