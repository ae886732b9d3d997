package nl.marge.cube.operation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.cube.CubeView;
import nl.marge.cube.Cubes;
import nl.marge.ledger.reference.References;
import nl.marge.platform.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The operator's check that memory and database hold the same ledger. */
@Path("/api/v1/companies/{company}/cube-check")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
class CubeCheckResource {

    private final Companies companies;
    private final References references;
    private final Cubes cubes;
    private final CubeCheck check;

    CubeCheckResource(Companies companies, References references, Cubes cubes, CubeCheck check) {
        this.companies = companies;
        this.references = references;
        this.cubes = cubes;
        this.check = check;
    }

    @GET
    @Operation(
            operationId = "checkCube",
            summary = "Compare the ledger in memory with the database",
            description = "Adds up every account in memory and by SQL and tells where they differ. For operators: the"
                    + " database reads every line, which takes seconds for millions.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content =
                    @Content(
                            schema = @Schema(implementation = CubeCheckBody.class),
                            examples = @ExampleObject(name = "equal", value = CubeCheckBody.EXAMPLE)))
    public CubeCheckBody get(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        CubeView view = cubes.current(company);
        return check.compare(references.current(company), view);
    }
}
