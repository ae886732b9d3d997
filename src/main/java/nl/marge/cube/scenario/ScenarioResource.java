package nl.marge.cube.scenario;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.cube.Cubes;
import nl.marge.cube.ScenarioLines;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.moment.LedgerMoments;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The scenarios of a company over HTTP. */
@Path("/api/v1/companies/{company}/scenarios")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
class ScenarioResource {

    private final Companies companies;
    private final LedgerMoments moments;
    private final Cubes cubes;

    ScenarioResource(Companies companies, LedgerMoments moments, Cubes cubes) {
        this.companies = companies;
        this.moments = moments;
        this.cubes = cubes;
    }

    @GET
    @Operation(
            operationId = "listScenarios",
            summary = "The scenarios that have lines",
            description = "By code. Any code is a scenario as soon as an entry names it; ACTUAL is the one of entries"
                    + " that name none.")
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of scenarios.",
            content =
                    @Content(
                            schema = @Schema(implementation = ScenarioBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "scenarios",
                                            value = "{\"items\":[" + ScenarioBody.EXAMPLE + "],\"next\":null}")))
    public Page<ScenarioBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        LedgerMoment moment = moments.read(company, query);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, cubes.current(company).upTo(moment.number()).scenarios(), ScenarioLines::scenario)
                .map(ScenarioBody::of);
    }
}
