package nl.marge.ledger.reclassification.lock;

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
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Upsert;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.LockedDimensions;
import nl.marge.platform.http.ETags;
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

/** The settings of reclassifications over HTTP. */
@Path("/api/v1/companies/{company}/reclassification-settings")
@Tag(name = "Reclassifications")
@Produces(MediaType.APPLICATION_JSON)
class LockResource {

    private final Companies companies;
    private final References references;
    private final Locks locks;

    LockResource(Companies companies, References references, Locks locks) {
        this.companies = companies;
        this.references = references;
        this.locks = locks;
    }

    @GET
    @Operation(operationId = "getReclassificationSettings", summary = "What reclassifications may not touch")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The settings; their ETag is their version.",
            content =
                    @Content(
                            schema = @Schema(implementation = LockBody.class),
                            examples = @ExampleObject(name = "settings", value = LockBody.EXAMPLE)))
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        Reference reference = references.current(company);
        LockedDimensions locked = reference.settings().locks();
        return ResourceAnswers.get(headers, locked.version(), LockBody.of(reference, locked));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putReclassificationSettings",
            summary = "Lock dimensions against reclassification",
            description = "The list replaces the one before; unlock a dimension by leaving it out. Undoing stays"
                    + " possible.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LockBody.class),
                            examples = @ExampleObject(name = "settings", value = LockBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The settings are replaced, or were so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = LockBody.class),
                            examples = @ExampleObject(name = "settings", value = LockBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        LockBody command = JsonBody.read(body, LockBody::read);
        Upsert<LockedDimensions> done = locks.put(company, command.lockedDimensions(), ETags.ifMatch(headers));
        LockedDimensions locked = done.resource();
        LockBody shown = LockBody.of(references.current(company), locked);
        return ResourceAnswers.put(done.outcome(), locked.version(), shown);
    }
}
