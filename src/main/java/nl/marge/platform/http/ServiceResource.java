package nl.marge.platform.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** What this service is, and where a person who comes by browser goes. */
@Path("/")
@Tag(name = "Service", description = "What runs here.")
class ServiceResource {

    private static final String UNKNOWN = "unknown";

    private final Flyway schema;
    private final String version;
    private final String commit;

    ServiceResource(Flyway schema, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.schema = schema;
        this.version = version;
        commit = commit();
    }

    @GET
    @Path("api/v1")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getService",
            summary = "What runs here",
            description = "The versions of the service, of its database schema and of its Java.")
    @APIResponse(
            responseCode = "200",
            description = "What runs here.",
            content =
                    @Content(
                            schema = @Schema(implementation = ServiceInformation.class),
                            examples = @ExampleObject(name = "service", value = """
                    {"name":"marge","version":"0.1.0","commit":"1ea93d5","schemaVersion":"006","java":"17.0.15"}""")))
    public ServiceInformation service(@Context UriInfo uri) {
        QueryParameters.of(uri).refuseIfWrong();
        MigrationInfo current = schema.info().current();
        String schemaVersion = current == null ? UNKNOWN : current.getVersion().getVersion();
        return new ServiceInformation("marge", version, commit, schemaVersion, System.getProperty("java.version"));
    }

    @GET
    @Operation(hidden = true)
    public Response home() {
        return Response.temporaryRedirect(URI.create("/q/swagger-ui/")).build();
    }

    /** The commit this was built from, with a plus sign when files were changed since. */
    private static String commit() {
        Properties git = new Properties();
        try (InputStream file = ServiceResource.class.getResourceAsStream("/git.properties")) {
            if (file != null) {
                git.load(file);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        boolean changed = Boolean.parseBoolean(git.getProperty("git.dirty"));
        return git.getProperty("git.commit.id.abbrev", UNKNOWN) + (changed ? "+" : "");
    }
}
