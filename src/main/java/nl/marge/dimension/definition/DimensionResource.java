package nl.marge.dimension.definition;

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
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReferences;
import nl.marge.kernel.Place;
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

/** Dimensions over HTTP. */
@Path("/api/v1/companies/{company}/dimensions")
@Tag(name = "Dimensions", description = "The axes that describe ledger lines, their values and memberships.")
@Produces(MediaType.APPLICATION_JSON)
class DimensionResource {

    private final Companies companies;
    private final DimensionReferences references;
    private final Dimensions dimensions;

    DimensionResource(Companies companies, DimensionReferences references, Dimensions dimensions) {
        this.companies = companies;
        this.references = references;
        this.dimensions = dimensions;
    }

    @GET
    @Operation(operationId = "listDimensions", summary = "The dimensions of a company, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of dimensions.",
            content =
                    @Content(
                            schema = @Schema(implementation = DimensionBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "dimensions",
                                            value = "{\"items\":[" + DimensionBody.EXAMPLE + "],\"next\":null}")))
    public Page<DimensionBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        List<Dimension> all = references.current(company).dimensions();
        return Page.ofOrdered(page, all, Dimension::code).map(DimensionBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putDimensions",
            summary = "Create or replace several dimensions",
            description = "All or none. Dimensions that are not named stay as they are.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = DimensionBody.class),
                        examples = @ExampleObject(name = "dimensions", value = DimensionBody.EXAMPLES)),
                @Content(mediaType = CollectionBody.NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "How many were created, replaced, and so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = Counts.class),
                            examples =
                                    @ExampleObject(
                                            name = "counts",
                                            value = "{\"created\":1,\"updated\":0,\"unchanged\":0}")))
    public Counts putAll(
            @PathParam("company") String companyCode,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        List<DimensionCommand> commands = CollectionBody.read(
                        headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body, json -> new DimensionReader()
                                .read(json))
                .stream()
                .map(read -> read.item().command(read.place(), ""))
                .toList();
        return dimensions.putAll(company, commands);
    }

    @GET
    @Path("{dimension}")
    @Operation(operationId = "getDimension", summary = "A dimension")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The dimension; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = DimensionBody.class),
                            examples = @ExampleObject(name = "dimension", value = DimensionBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("dimension") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        Dimension dimension = references.current(company).requireDimension(code);
        QueryParameters.of(uri).refuseIfWrong();
        return ResourceAnswers.get(headers, dimension.version(), DimensionBody.of(dimension));
    }

    @PUT
    @Path("{dimension}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putDimension",
            summary = "Create or replace a dimension",
            description = "Its name is its code unless given. A blocked dimension takes no new postings; what it has"
                    + " stays readable.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DimensionBody.class),
                            examples = @ExampleObject(name = "dimension", value = DimensionBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The dimension is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = DimensionBody.class),
                            examples = @ExampleObject(name = "dimension", value = DimensionBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The dimension is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = DimensionBody.class),
                            examples = @ExampleObject(name = "dimension", value = DimensionBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("dimension") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        DimensionReader read = JsonBody.read(body, json -> new DimensionReader().read(json));
        Upsert<Dimension> done =
                dimensions.put(company, code, read.command(Place.REQUEST, code), ETags.ifMatch(headers));
        return ResourceAnswers.put(done.outcome(), done.resource().version(), DimensionBody.of(done.resource()));
    }

    @DELETE
    @Path("{dimension}")
    @Operation(
            operationId = "deleteDimension",
            summary = "Remove a dimension without values",
            description = "One with values is in use (`in_use`): remove its values first, or block it.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The dimension is gone.")
    public void delete(
            @PathParam("company") String companyCode,
            @PathParam("dimension") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        dimensions.remove(company, code, ETags.ifMatch(headers));
    }
}
