package nl.marge.ledger.policy;

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
import nl.marge.ledger.setting.CombinationRule;
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

/** Combination rules over HTTP. */
@Path("/api/v1/companies/{company}/combination-rules")
@Tag(name = "Posting rules", description = "What postings must carry: policies of accounts, combinations of values.")
@Produces(MediaType.APPLICATION_JSON)
class CombinationResource {

    private final Companies companies;
    private final Combinations combinations;

    CombinationResource(Companies companies, Combinations combinations) {
        this.companies = companies;
        this.combinations = combinations;
    }

    @GET
    @Operation(operationId = "listCombinationRules", summary = "The company's combination rules, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of combination rules.",
            content =
                    @Content(
                            schema = @Schema(implementation = CombinationBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "combination-rules",
                                            value = "{\"items\":[" + CombinationBody.EXAMPLE + "],\"next\":null}")))
    public Page<CombinationBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, combinations.list(company), CombinationRule::code)
                .map(CombinationBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putCombinationRules",
            summary = "Create or replace many combination rules",
            description = "An array, or NDJSON with one rule a line: all of them or none. What is not named "
                    + "stays as it is; a code may not come twice (`code_repeated`). Refused as one rule is.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = CombinationBody.class),
                        examples = @ExampleObject(name = "two", value = CombinationBody.TWO)),
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
        List<CombinationCommand> commands =
                CollectionBody.read(contentType, body, json -> CombinationReader.read(json, "")).stream()
                        .map(placed -> placed.item().at(placed.place()))
                        .toList();
        return combinations.putAll(company, commands);
    }

    @GET
    @Path("{rule}")
    @Operation(operationId = "getCombinationRule", summary = "A combination rule")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The combination rule; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = CombinationBody.class),
                            examples = @ExampleObject(name = "rule", value = CombinationBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("rule") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        CombinationRule rule = combinations.require(company, code);
        return ResourceAnswers.get(headers, rule.version(), CombinationBody.of(rule));
    }

    @PUT
    @Path("{rule}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCombinationRule",
            summary = "Create or replace a combination rule",
            description = "BLOCKED refuses lines that carry all its dimensions (`combination_blocked`), LIMITED "
                    + "those that carry one of its combinations (`combination_limited`), by posting date; "
                    + "reversals are not checked. Dimensions and values must exist (`dimension_unknown`, "
                    + "`dimension_value_unknown`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CombinationBody.class),
                            examples = @ExampleObject(name = "rule", value = CombinationBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The combination rule is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = CombinationBody.class),
                            examples = @ExampleObject(name = "rule", value = CombinationBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The combination rule is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = CombinationBody.class),
                            examples = @ExampleObject(name = "rule", value = CombinationBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("rule") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        CombinationCommand command = JsonBody.read(body, json -> CombinationReader.read(json, code));
        Upsert<CombinationRule> done = combinations.put(company, code, command, ETags.ifMatch(headers));
        CombinationRule rule = done.resource();
        return ResourceAnswers.put(done.outcome(), rule.version(), CombinationBody.of(rule));
    }

    @DELETE
    @Path("{rule}")
    @Operation(
            operationId = "deleteCombinationRule",
            summary = "Remove a combination rule",
            description = "It refuses nothing any more; what was posted stays as it is.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The combination rule is gone.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("rule") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        combinations.remove(company, code, ETags.ifMatch(headers));
    }
}
