package nl.marge.ledger.source;

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
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.SourceSetting;
import nl.marge.ledger.setting.SourceSettings;
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

/** Sources over HTTP. */
@Path("/api/v1/companies/{company}/sources")
@Tag(name = "Sources", description = "What becomes of a source's entries that are wrong or late.")
@Produces(MediaType.APPLICATION_JSON)
class SourceResource {

    private final Companies companies;
    private final References references;
    private final Sources sources;

    SourceResource(Companies companies, References references, Sources sources) {
        this.companies = companies;
        this.references = references;
        this.sources = sources;
    }

    @GET
    @Operation(
            operationId = "listSources",
            summary = "The sources that were set, by code",
            description = "The entries of one that is not listed are refused when they are wrong or late.")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of sources.",
            content =
                    @Content(
                            schema = @Schema(implementation = SourceBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "sources",
                                            value = "{\"items\":[" + SourceBody.EXAMPLE + "],\"next\":null}")))
    public Page<SourceBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, settings(company).all(), SourceSetting::code)
                .map(SourceBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putSources",
            summary = "Create or replace many sources",
            description = "All of them or none; what is not named stays as it is.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = SourceBody.class),
                        examples = @ExampleObject(name = "two", value = SourceBody.TWO)),
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
        List<SourceCommand> commands =
                CollectionBody.read(contentType, body, json -> SourceReader.read(json, "")).stream()
                        .map(placed -> placed.item().at(placed.place()))
                        .toList();
        return sources.putAll(company, commands);
    }

    @GET
    @Path("{source}")
    @Operation(operationId = "getSource", summary = "A source")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The source; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = SourceBody.class),
                            examples = @ExampleObject(name = "source", value = SourceBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("source") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        SourceSetting found = Sources.require(settings(company), code);
        return ResourceAnswers.get(headers, found.version(), SourceBody.of(found));
    }

    @PUT
    @Path("{source}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putSource", summary = "Create or replace a source")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SourceBody.class),
                            examples = @ExampleObject(name = "source", value = SourceBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The source is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = SourceBody.class),
                            examples = @ExampleObject(name = "source", value = SourceBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The source is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = SourceBody.class),
                            examples = @ExampleObject(name = "source", value = SourceBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("source") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        SourceCommand command = JsonBody.read(body, json -> SourceReader.read(json, code));
        Upsert<SourceSetting> done = sources.put(company, code, command, ETags.ifMatch(headers));
        return ResourceAnswers.put(done.outcome(), done.resource().version(), SourceBody.of(done.resource()));
    }

    @DELETE
    @Path("{source}")
    @Operation(
            operationId = "deleteSource",
            summary = "Forget what was set of a source",
            description = "Its entries are then refused when they are wrong or late. What stands in quarantine stays.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "It is forgotten.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("source") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        sources.remove(company, code, ETags.ifMatch(headers));
    }

    private SourceSettings settings(Company company) {
        return references.current(company).settings().sources();
    }
}
