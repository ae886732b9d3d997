package nl.marge.ledger.defaulting;

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
import nl.marge.ledger.setting.defaults.DefaultRule;
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

/** Default rules over HTTP. */
@Path("/api/v1/companies/{company}/default-rules")
@Tag(name = "Default rules", description = "What fills dimensions that neither line nor header names, and why.")
@Produces(MediaType.APPLICATION_JSON)
class DefaultRuleResource {

    private final Companies companies;
    private final References references;
    private final Defaults defaults;

    DefaultRuleResource(Companies companies, References references, Defaults defaults) {
        this.companies = companies;
        this.references = references;
        this.defaults = defaults;
    }

    @GET
    @Operation(operationId = "listDefaultRules", summary = "The default rules in force, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of default rules.",
            content =
                    @Content(
                            schema = @Schema(implementation = DefaultRuleBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "rules",
                                            value = "{\"items\":[" + DefaultRuleBody.EXAMPLE + "],\"next\":null}")))
    public Page<DefaultRuleBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        List<DefaultRule> ordered =
                references.current(company).settings().defaults().inForce();
        return Page.ofOrdered(page, ordered, DefaultRule::code).map(DefaultRuleBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putDefaultRules",
            summary = "Create or replace many default rules",
            description =
                    "An array, or NDJSON with one rule a line: all of them or none. What is not named stays as it is;"
                            + " a code may not come twice (`code_repeated`). Refused as one rule is.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = DefaultRuleBody.class),
                        examples = @ExampleObject(name = "two", value = DefaultRuleBody.TWO)),
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
        List<DefaultRuleCommand> commands =
                CollectionBody.read(contentType, body, json -> DefaultRuleReader.read(json, "")).stream()
                        .map(placed -> placed.item().at(placed.place()))
                        .toList();
        return defaults.putAll(company, commands);
    }

    @GET
    @Path("{rule}")
    @Operation(operationId = "getDefaultRule", summary = "A default rule in force")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The rule; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = DefaultRuleBody.class),
                            examples = @ExampleObject(name = "rule", value = DefaultRuleBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("rule") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        DefaultRule rule = Defaults.require(references.current(company), code);
        return ResourceAnswers.get(headers, rule.version(), DefaultRuleBody.of(rule));
    }

    @GET
    @Path("{rule}/versions/{version}")
    @Operation(
            operationId = "getDefaultRuleVersion",
            summary = "A default rule as it was said with a version",
            description =
                    "The version that the provenance of a stored value names, whether it is still in force or not.")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The rule as it was; its ETag is the version.",
            content =
                    @Content(
                            schema = @Schema(implementation = DefaultRuleBody.class),
                            examples = @ExampleObject(name = "rule", value = DefaultRuleBody.EXAMPLE)))
    public Response getVersion(
            @PathParam("company") String companyCode,
            @PathParam("rule") String code,
            @PathParam("version") @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1") String version,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        DefaultRule rule = Defaults.require(references.current(company), code, version);
        return ResourceAnswers.get(headers, rule.version(), DefaultRuleBody.of(rule));
    }

    @PUT
    @Path("{rule}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putDefaultRule",
            summary = "Create or replace a default rule",
            description = "Counts for entries posted from now on, by their posting date; what is posted stays. On the"
                    + " line goes before in the header, that before any rule. Of one source the nearest record goes"
                    + " before any type; between sources the lower priority number. Two rules of one dimension with the"
                    + " same priority on the same day are refused (`priority_taken`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DefaultRuleBody.class),
                            examples = @ExampleObject(name = "rule", value = DefaultRuleBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The rule is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = DefaultRuleBody.class),
                            examples = @ExampleObject(name = "rule", value = DefaultRuleBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The rule is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = DefaultRuleBody.class),
                            examples = @ExampleObject(name = "rule", value = DefaultRuleBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("rule") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        DefaultRuleCommand command = JsonBody.read(body, json -> DefaultRuleReader.read(json, code));
        Upsert<DefaultRule> done = defaults.put(company, code, command, ETags.ifMatch(headers));
        DefaultRule rule = done.resource();
        return ResourceAnswers.put(done.outcome(), rule.version(), DefaultRuleBody.of(rule));
    }

    @DELETE
    @Path("{rule}")
    @Operation(
            operationId = "deleteDefaultRule",
            summary = "Take a default rule away",
            description = "From now on it fills nothing. Values it gave stay, and its versions can still be read.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The rule counts no more.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("rule") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        defaults.remove(company, code, ETags.ifMatch(headers));
    }
}
