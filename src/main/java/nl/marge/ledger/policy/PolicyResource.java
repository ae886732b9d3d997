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
import nl.marge.ledger.setting.DimensionPolicy;
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

/** Dimension policies over HTTP. */
@Path("/api/v1/companies/{company}/dimension-policies")
@Tag(name = "Posting rules", description = "What postings must carry: policies of accounts, combinations of values.")
@Produces(MediaType.APPLICATION_JSON)
class PolicyResource {

    private final Companies companies;
    private final Policies policies;

    PolicyResource(Companies companies, Policies policies) {
        this.companies = companies;
        this.policies = policies;
    }

    @GET
    @Operation(operationId = "listDimensionPolicies", summary = "The company's dimension policies, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of dimension policies.",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "dimension-policies",
                                            value = "{\"items\":[" + PolicyBody.EXAMPLE + "],\"next\":null}")))
    public Page<PolicyBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, policies.list(company), DimensionPolicy::code)
                .map(PolicyBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putDimensionPolicies",
            summary = "Create or replace many dimension policies",
            description = "An array, or NDJSON with one policy a line: all of them or none. What is not named "
                    + "stays as it is; a code may not come twice (`code_repeated`). Refused as one policy "
                    + "is.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = PolicyBody.class),
                        examples = @ExampleObject(name = "two", value = PolicyBody.TWO)),
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
        List<PolicyCommand> commands =
                CollectionBody.read(contentType, body, json -> PolicyReader.read(json, "")).stream()
                        .map(placed -> placed.item().at(placed.place()))
                        .toList();
        return policies.putAll(company, commands);
    }

    @GET
    @Path("{policy}")
    @Operation(operationId = "getDimensionPolicy", summary = "A dimension policy")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The dimension policy; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyBody.class),
                            examples = @ExampleObject(name = "policy", value = PolicyBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("policy") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        DimensionPolicy policy = policies.require(company, code);
        return ResourceAnswers.get(headers, policy.version(), PolicyBody.of(policy));
    }

    @PUT
    @Path("{policy}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putDimensionPolicy",
            summary = "Create or replace a dimension policy",
            description = "Every policy that concerns a line is checked when it is posted, by posting date "
                    + "(`dimension_required`, `dimension_fixed`, `dimension_forbidden`, "
                    + "`dimension_value_not_allowed`); reversals are not. The dimension, its values and "
                    + "single accounts must exist (`dimension_unknown`, `dimension_value_unknown`, "
                    + "`account_unknown`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyBody.class),
                            examples = @ExampleObject(name = "policy", value = PolicyBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The dimension policy is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyBody.class),
                            examples = @ExampleObject(name = "policy", value = PolicyBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The dimension policy is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = PolicyBody.class),
                            examples = @ExampleObject(name = "policy", value = PolicyBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("policy") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        PolicyCommand command = JsonBody.read(body, json -> PolicyReader.read(json, code));
        Upsert<DimensionPolicy> done = policies.put(company, code, command, ETags.ifMatch(headers));
        DimensionPolicy policy = done.resource();
        return ResourceAnswers.put(done.outcome(), policy.version(), PolicyBody.of(policy));
    }

    @DELETE
    @Path("{policy}")
    @Operation(
            operationId = "deleteDimensionPolicy",
            summary = "Remove a dimension policy",
            description = "It demands nothing any more; what was posted stays as it is.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The dimension policy is gone.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("policy") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        policies.remove(company, code, ETags.ifMatch(headers));
    }
}
