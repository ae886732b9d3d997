package nl.marge.company;

import jakarta.ws.rs.Consumes;
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

/** Companies over HTTP. */
@Path("/api/v1/companies")
@Tag(name = "Companies", description = "The books of legal entities.")
@Produces(MediaType.APPLICATION_JSON)
class CompanyResource {

    private final Companies companies;

    CompanyResource(Companies companies) {
        this.companies = companies;
    }

    @GET
    @Operation(operationId = "listCompanies", summary = "The companies, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of companies.",
            content =
                    @Content(
                            schema = @Schema(implementation = CompanyBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "companies",
                                            value = "{\"items\":[" + CompanyBody.EXAMPLE + "],\"next\":null}")))
    public Page<CompanyBody> list(@Context UriInfo uri) {
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        String after = page.isFirst() ? "" : page.after().get(0);
        return Page.of(page, companies.list(after, page.fetch()), company -> List.of(company.code()))
                .map(CompanyBody::of);
    }

    @GET
    @Path("{company}")
    @Operation(operationId = "getCompany", summary = "A company")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The company; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = CompanyBody.class),
                            examples = @ExampleObject(name = "company", value = CompanyBody.EXAMPLE)))
    public Response get(@PathParam("company") String code, @Context UriInfo uri, @Context HttpHeaders headers) {
        Company company = companies.require(code);
        QueryParameters.of(uri).refuseIfWrong();
        return ResourceAnswers.get(headers, company.version(), CompanyBody.of(company));
    }

    @PUT
    @Path("{company}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCompany",
            summary = "Create a company, or replace what is said of it",
            description = "Currency and fiscal year are fixed once the company has ledger lines"
                    + " (`fixed_once_posted`). fiscalYearStartMonth is 1 and timeZone UTC unless given. A currency"
                    + " without minor unit, or with more than three decimals, is refused"
                    + " (`currency_not_supported`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CompanyBody.class),
                            examples = @ExampleObject(name = "company", value = CompanyBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The company is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = CompanyBody.class),
                            examples = @ExampleObject(name = "company", value = CompanyBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The company is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = CompanyBody.class),
                            examples = @ExampleObject(name = "company", value = CompanyBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String code, @Context UriInfo uri, @Context HttpHeaders headers, InputStream body) {
        QueryParameters.of(uri).refuseIfWrong();
        CompanyDetails details = JsonBody.read(body, json -> new CompanyReader().read(json));
        Upsert<Company> done = companies.put(code, details, ETags.ifMatch(headers));
        return ResourceAnswers.put(done.outcome(), done.resource().version(), CompanyBody.of(done.resource()));
    }
}
