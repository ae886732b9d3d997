package nl.marge.allocation.pool;

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
import java.util.List;
import nl.marge.allocation.setting.CostPool;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.ResourceAnswers;
import nl.marge.platform.json.CollectionBody;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cost pools over HTTP. */
@Path("/api/v1/companies/{company}/cost-pools")
@Tag(name = "Allocation", description = "Where cost is gathered, why it moves, and where it arrives.")
@Produces(MediaType.APPLICATION_JSON)
class PoolResource {

    private final Companies companies;
    private final CostPools pools;

    PoolResource(Companies companies, CostPools pools) {
        this.companies = companies;
        this.pools = pools;
    }

    @GET
    @Operation(operationId = "listCostPools", summary = "The company's cost pools, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of cost pools.",
            content =
                    @Content(
                            schema = @Schema(implementation = PoolBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "cost-pools",
                                            value = "{\"items\":[" + PoolBody.EXAMPLE + "],\"next\":null}")))
    public Page<PoolBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, pools.list(company), CostPool::code).map(PoolBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putCostPools",
            summary = "Create or replace many cost pools",
            description = "An array, or NDJSON with one pool a line: all of them or none. What is not named "
                    + "stays as it is; a code may not come twice (`code_repeated`). Refused as one pool is.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = PoolBody.class),
                        examples = @ExampleObject(name = "two", value = PoolBody.TWO)),
                @Content(mediaType = CollectionBody.NDJSON)
            })
    @APIResponse(
            responseCode = "200",
            description = "How many were created, replaced, or so already.",
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
        QueryParameters.of(uri).refuseIfWrong();
        String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        List<PoolCommand> commands = CollectionBody.read(contentType, body, json -> PoolReader.read(json, "")).stream()
                .map(placed -> placed.item().at(placed.place()))
                .toList();
        return pools.putAll(company, commands);
    }

    @GET
    @Path("{pool}")
    @Operation(operationId = "getCostPool", summary = "A cost pool")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The cost pool; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = PoolBody.class),
                            examples = @ExampleObject(name = "pool", value = PoolBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("pool") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        CostPool pool = pools.require(company, code);
        return ResourceAnswers.get(headers, pool.version(), PoolBody.of(pool));
    }

    @PUT
    @Path("{pool}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCostPool",
            summary = "Create or replace a cost pool",
            description = "Only accounts of revenue and expense (`account_unknown`, `account_type_not_allowed`); a"
                    + " beginning or a range may meet none yet. The filter is kept in normal form. The unit stays"
                    + " while the pool has capacities or a TIME_DRIVEN rule (409 `in_use`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PoolBody.class),
                            examples = @ExampleObject(name = "pool", value = PoolBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The cost pool is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = PoolBody.class),
                            examples = @ExampleObject(name = "pool", value = PoolBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The cost pool is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = PoolBody.class),
                            examples = @ExampleObject(name = "pool", value = PoolBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("pool") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        PoolCommand command = JsonBody.read(body, json -> PoolReader.read(json, code));
        Upsert<CostPool> done = pools.put(company, code, command, ETags.ifMatch(headers));
        CostPool pool = done.resource();
        return ResourceAnswers.put(done.outcome(), pool.version(), PoolBody.of(pool));
    }

    @DELETE
    @Path("{pool}")
    @Operation(
            operationId = "deleteCostPool",
            summary = "Remove a cost pool",
            description = "With its capacities. Refused while a cycle or a quantity names it (409 `in_use`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The cost pool is gone.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("pool") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        pools.remove(company, code, ETags.ifMatch(headers));
    }
}
