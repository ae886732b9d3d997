package nl.marge.demo;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import nl.marge.platform.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The demo over HTTP. */
@Path("/api/v1/demo")
@Tag(name = "Demo", description = "Books for trying the service out.")
@Produces(MediaType.APPLICATION_JSON)
class DemoResource {

    private final BooksLoader loader;

    DemoResource(BooksLoader loader) {
        this.loader = loader;
    }

    @POST
    @Operation(
            operationId = "loadDemo",
            summary = "Load the demo companies",
            description = "DEMO: a generated trading company with two years of entries, always the same to the cent."
                    + " Its internal cost carries no segment, as in most books, and stands under unassigned, so that"
                    + " WEB still looks best at CM4: what each segment really costs is for allocation to say."
                    + " ORACLE: the worked example of three segments. Loading again changes nothing. Refused"
                    + " (`conflict`) when a company DEMO or ORACLE exists that is not the demo's.")
    @APIResponse(
            responseCode = "200",
            description = "What was posted now, and what was there already.",
            content =
                    @Content(
                            schema = @Schema(implementation = Loaded.class),
                            examples = @ExampleObject(name = "loaded", value = """
                    {"companies":[{"company":"DEMO","name":"Demo Pumps BV","posted":3048,"unchanged":0},
                                  {"company":"ORACLE","name":"Worked example A0","posted":9,"unchanged":0}]}""")))
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    public Loaded load(@Context UriInfo uri) {
        QueryParameters.of(uri).refuseIfWrong();
        return new Loaded(List.of(loader.load(DemoBooks.books()), loader.load(OracleBooks.books())));
    }

    /** What loading did. */
    record Loaded(List<LoadedBooks> companies) {
        Loaded {
            requireNonNull(companies, "companies");
        }
    }
}
