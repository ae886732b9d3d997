package nl.marge.allocation.lever;

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

/** Kept what-ifs over HTTP. */
@Path("/api/v1/companies/{company}/what-ifs")
@Tag(name = "What-if", description = "What six levers would do to the segment P&L; nothing is posted.")
@Produces(MediaType.APPLICATION_JSON)
class WhatIfResource {

    private final Companies companies;
    private final WhatIfs whatIfs;

    WhatIfResource(Companies companies, WhatIfs whatIfs) {
        this.companies = companies;
        this.whatIfs = whatIfs;
    }

    @GET
    @Operation(operationId = "listWhatIfs", summary = "The company's kept what-ifs, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of what-ifs.",
            content =
                    @Content(
                            schema = @Schema(implementation = WhatIfBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "what-ifs",
                                            value = "{\"items\":[" + WhatIfBody.EXAMPLE + "],\"next\":null}")))
    public Page<WhatIfBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, whatIfs.list(company), WhatIf::code).map(WhatIfBody::of);
    }

    @GET
    @Path("{whatIf}")
    @Operation(operationId = "getWhatIf", summary = "A kept what-if")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The what-if; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = WhatIfBody.class),
                            examples = @ExampleObject(name = "what-if", value = WhatIfBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("whatIf") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        WhatIf whatIf = whatIfs.require(company, code);
        return ResourceAnswers.get(headers, whatIf.version(), WhatIfBody.of(whatIf));
    }

    @PUT
    @Path("{whatIf}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putWhatIf",
            summary = "Keep levers by name",
            description = "Creates or replaces. Levers are refused as in a what-if that is asked at once:"
                    + " `driver_unknown`, `statement_line_unknown`, or more or less than one of changePercent, changeBy"
                    + " and to.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WhatIfBody.class),
                            examples = @ExampleObject(name = "what-if", value = WhatIfBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The what-if is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = WhatIfBody.class),
                            examples = @ExampleObject(name = "what-if", value = WhatIfBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The what-if is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = WhatIfBody.class),
                            examples = @ExampleObject(name = "what-if", value = WhatIfBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("whatIf") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        WhatIfCommand command = JsonBody.read(body, json -> WhatIfCommand.read(json, code));
        Upsert<WhatIf> done = whatIfs.put(company, code, command, ETags.ifMatch(headers));
        WhatIf whatIf = done.resource();
        return ResourceAnswers.put(done.outcome(), whatIf.version(), WhatIfBody.of(whatIf));
    }

    @DELETE
    @Path("{whatIf}")
    @Operation(operationId = "deleteWhatIf", summary = "Remove a kept what-if")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The what-if is gone.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("whatIf") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        whatIfs.remove(company, code, ETags.ifMatch(headers));
    }
}
