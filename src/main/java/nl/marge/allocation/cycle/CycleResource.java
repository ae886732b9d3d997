package nl.marge.allocation.cycle;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Upsert;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.ResourceAnswers;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Allocation cycles over HTTP. */
@Path("/api/v1/companies/{company}/allocation-cycles")
@Tag(name = "Allocation")
@Produces(MediaType.APPLICATION_JSON)
class CycleResource {

    private final Companies companies;
    private final AllocationCycles cycles;

    CycleResource(Companies companies, AllocationCycles cycles) {
        this.companies = companies;
        this.cycles = cycles;
    }

    @GET
    @Operation(operationId = "listAllocationCycles", summary = "The company's allocation cycles, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of allocation cycles.",
            content =
                    @Content(
                            schema = @Schema(implementation = CycleBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "allocation-cycles",
                                            value = "{\"items\":[" + CycleBody.EXAMPLE + "],\"next\":null}")))
    public Page<CycleBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, cycles.list(company), AllocationCycle::code).map(CycleBody::of);
    }

    @GET
    @Path("{cycle}")
    @Operation(operationId = "getAllocationCycle", summary = "An allocation cycle")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The allocation cycle; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = CycleBody.class),
                            examples = @ExampleObject(name = "cycle", value = CycleBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("cycle") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        AllocationCycle cycle = cycles.require(company, code);
        return ResourceAnswers.get(headers, cycle.version(), CycleBody.of(cycle));
    }

    @PUT
    @Path("{cycle}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putAllocationCycle",
            summary = "Create or replace an allocation cycle",
            description = "All that is wrong is told at once. A version's rules have codes, orders and pools of"
                    + " their own (`pool_repeated`); drivers of one rule have the same receivers"
                    + " (`driver_receivers_differ`); a pool that receives has a rule (`receiver_pool_without_rule`)"
                    + " that runs later (`rule_order`, `step_down_cycle`) or in the same group (`group_invalid`);"
                    + " time is costed in minutes (`unit_mismatch`). A version that a run was posted by stays as it is"
                    + " (409 `version_frozen`): add one that begins later.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CycleBody.class),
                            examples = @ExampleObject(name = "cycle", value = CycleBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The allocation cycle is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = CycleBody.class),
                            examples = @ExampleObject(name = "cycle", value = CycleBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The allocation cycle is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = CycleBody.class),
                            examples = @ExampleObject(name = "cycle", value = CycleBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("cycle") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        CycleCommand command = JsonBody.read(body, json -> CycleReader.read(json, code));
        Upsert<AllocationCycle> done = cycles.put(company, code, command, ETags.ifMatch(headers));
        AllocationCycle cycle = done.resource();
        return ResourceAnswers.put(done.outcome(), cycle.version(), CycleBody.of(cycle));
    }

    @DELETE
    @Path("{cycle}")
    @Operation(
            operationId = "deleteAllocationCycle",
            summary = "Remove an allocation cycle",
            description = "What was run by it stays recorded. Refused once a run was posted by it (409 `in_use`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The allocation cycle is gone.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("cycle") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        cycles.remove(company, code, ETags.ifMatch(headers));
    }
}
