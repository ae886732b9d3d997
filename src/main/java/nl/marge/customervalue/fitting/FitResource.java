package nl.marge.customervalue.fitting;

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

/** Fits of customer value over HTTP. */
@Path("/api/v1/companies/{company}/clv/fits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer value")
class FitResource {

    private final Companies companies;
    private final ValueFits fits;
    private final KeyedRequests requests;

    FitResource(Companies companies, ValueFits fits, KeyedRequests requests) {
        this.companies = companies;
        this.fits = fits;
        this.requests = requests;
    }

    @POST
    @Operation(
            operationId = "startClvFit",
            summary = "Fit customer value",
            description = "A job: its result names the fit. Purchase days, margins and cost-to-serve are read from the"
                    + " ledger as it is then; a model of buying and leaving is fitted to each segment, small ones are"
                    + " drawn towards all customers, or with contracts (SBG) have the model of all. Data that"
                    + " cannot carry a model give a fit with a status and warnings that say what to change. A fit never"
                    + " changes.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FitCommand.Shape.class),
                            examples = @ExampleObject(name = "fit", value = FitCommand.EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "The fit is queued as a job.",
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
        return requests.run(company.id(), idempotencyKey, uri, body, (sent, key) -> {
            FitCommand command = JsonBody.read(sent, FitCommand::read);
            Job job = fits.order(company, command, key.map(owned -> new Kept(requests, owned, company.code())));
            return Response.accepted(JobBody.of(company.code(), job))
                    .location(URI.create(JobBody.location(company.code(), job)))
                    .build();
        });
    }

    /** Keeps the answer for a repeat of the request. */
    private record Kept(KeyedRequests requests, IdempotencyKeys.Key key, String company) implements AnswerKeeper<Job> {
        @Override
        public IdempotencyKeys.Answer answer(Job job) {
            return requests.answer(
                    Response.Status.ACCEPTED.getStatusCode(), JobBody.location(company, job), JobBody.of(company, job));
        }
    }

    @GET
    @Operation(operationId = "listClvFits", summary = "Fits, the newest first")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of fits.",
            content =
                    @Content(
                            schema = @Schema(implementation = FitBody.SummaryPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "fits",
                                            value = "{\"items\":[" + FitBody.Summary.EXAMPLE + "],\"next\":null}")))
    public Page<FitBody.Summary> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
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
                        fits.list(company, before, beforeId, page.fetch()),
                        fit -> List.of(CompanyCounters.utc(fit.recordedAt()).toString(), fit.id()))
                .map(fit -> FitBody.Summary.of(company.code(), fit));
    }

    @GET
    @Path("{fit}")
    @Operation(
            operationId = "getClvFit",
            summary = "A fit",
            description = "Parameters with standard errors and 95 % intervals, of all customers and of each segment;"
                    + " the holdout; the entry number, allocation runs and warnings.")
    @APIResponse(
            responseCode = "200",
            description = "The fit.",
            content =
                    @Content(
                            schema = @Schema(implementation = FitBody.class),
                            examples = @ExampleObject(name = "fit", value = FitBody.EXAMPLE)))
    public FitBody get(@PathParam("company") String companyCode, @PathParam("fit") String id, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        return FitBody.of(fits.require(company, id), company.decimals());
    }
}
