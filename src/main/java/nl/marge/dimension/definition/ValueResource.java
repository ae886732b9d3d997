package nl.marge.dimension.definition;

import jakarta.ws.rs.BeanParam;
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
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionReferences;
import nl.marge.dimension.DimensionValue;
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

/** Dimension values over HTTP. */
@Path("/api/v1/companies/{company}/dimensions/{dimension}/values")
@Tag(name = "Dimensions")
@Produces(MediaType.APPLICATION_JSON)
class ValueResource {

    private final Companies companies;
    private final DimensionReferences references;
    private final Values values;

    ValueResource(Companies companies, DimensionReferences references, Values values) {
        this.companies = companies;
        this.references = references;
        this.values = values;
    }

    @GET
    @Operation(operationId = "listDimensionValues", summary = "The values of a dimension, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of values.",
            content =
                    @Content(
                            schema = @Schema(implementation = ValueBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "values",
                                            value = "{\"items\":[" + ValueBody.EXAMPLE + "],\"next\":null}")))
    public Page<ValueBody> list(
            @PathParam("company") String companyCode,
            @PathParam("dimension") String dimensionCode,
            @Context UriInfo uri) {
        DimensionReference picture = references.current(companies.require(companyCode));
        Dimension dimension = picture.requireDimension(dimensionCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, picture.valuesInOrder(dimension.id()), DimensionValue::code)
                .map(value -> ValueBody.of(value, picture));
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putDimensionValues",
            summary = "Create or replace many values of a dimension",
            description = "All or none, in any order: a parent may come after its child. Values that are not named"
                    + " stay as they are.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = ValueBody.class),
                        examples = @ExampleObject(name = "values", value = ValueBody.EXAMPLES)),
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
            @PathParam("dimension") String dimensionCode,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companyWith(companyCode, dimensionCode);
        QueryParameters.of(uri).refuseIfWrong();
        List<ValueCommand> commands = CollectionBody.read(
                        headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body, json -> new ValueReader().read(json))
                .stream()
                .map(read -> read.item().command(read.place(), ""))
                .toList();
        return values.putAll(company, dimensionCode, commands);
    }

    @GET
    @Path("{value}")
    @Operation(operationId = "getDimensionValue", summary = "A dimension value")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The value; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = ValueBody.class),
                            examples = @ExampleObject(name = "value", value = ValueBody.EXAMPLE)))
    public Response get(@BeanParam ValuePath path, @Context UriInfo uri, @Context HttpHeaders headers) {
        DimensionReference picture = references.current(companies.require(path.company()));
        DimensionValue value = picture.requireValue(picture.requireDimension(path.dimension()), path.value());
        QueryParameters.of(uri).refuseIfWrong();
        return ResourceAnswers.get(headers, value.version(), ValueBody.of(value, picture));
    }

    @PUT
    @Path("{value}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putDimensionValue",
            summary = "Create or replace a dimension value",
            description = "Its name is its code unless given; validFrom and validTo are inclusive and open when null."
                    + " Only values without children take postings: one that has ledger lines or memberships cannot"
                    + " become a parent (`in_use`), and no value can stand above itself (`hierarchy_cycle`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ValueBody.class),
                            examples = @ExampleObject(name = "value", value = ValueBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The value is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = ValueBody.class),
                            examples = @ExampleObject(name = "value", value = ValueBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The value is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = ValueBody.class),
                            examples = @ExampleObject(name = "value", value = ValueBody.EXAMPLE)))
    public Response put(
            @BeanParam ValuePath path, @Context UriInfo uri, @Context HttpHeaders headers, InputStream body) {
        Company company = companyWith(path.company(), path.dimension());
        QueryParameters.of(uri).refuseIfWrong();
        ValueReader read = JsonBody.read(body, json -> new ValueReader().read(json));
        ValueCommand command = read.command(Place.REQUEST, path.value());
        Upsert<DimensionValue> done =
                values.put(company, path.dimension(), path.value(), command, ETags.ifMatch(headers));
        ValueBody shown = ValueBody.of(done.resource(), command.parent());
        return ResourceAnswers.put(done.outcome(), done.resource().version(), shown);
    }

    @DELETE
    @Path("{value}")
    @Operation(
            operationId = "deleteDimensionValue",
            summary = "Remove a dimension value that is unused",
            description = "One with ledger lines, memberships or children is in use (`in_use`): block it instead.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The value is gone.")
    public void delete(@BeanParam ValuePath path, @Context UriInfo uri, @Context HttpHeaders headers) {
        Company company = companyWith(path.company(), path.dimension());
        QueryParameters.of(uri).refuseIfWrong();
        values.remove(company, path.dimension(), path.value(), ETags.ifMatch(headers));
    }

    /** The company, which has that dimension: both are known before a body is read. */
    private Company companyWith(String companyCode, String dimensionCode) {
        Company company = companies.require(companyCode);
        references.current(company).requireDimension(dimensionCode);
        return company;
    }

    /** Where a value stands. */
    record ValuePath(
            @PathParam("company") String company,
            @PathParam("dimension") String dimension,
            @PathParam("value") String value) {}
}
