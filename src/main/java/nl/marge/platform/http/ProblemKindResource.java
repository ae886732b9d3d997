package nl.marge.platform.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What stands at the URI that a problem names as its {@code type}. */
@Path(ProblemKind.TYPES + "{problem}")
@Tag(name = "Service")
@Produces(MediaType.APPLICATION_JSON)
class ProblemKindResource {

    @GET
    @Operation(
            operationId = "getProblemKind",
            summary = "What a kind of problem means",
            description = "The `type` of every problem leads here.")
    @Parameter(name = "problem", description = "The code of the kind.", example = "entry_refused")
    @APIResponse(
            responseCode = "200",
            description = "The kind",
            content =
                    @Content(
                            schema = @Schema(implementation = ProblemKindBody.class),
                            examples = @ExampleObject(name = "kind", value = ProblemKindBody.EXAMPLE)))
    public ProblemKindBody get(@PathParam("problem") String code, @Context UriInfo uri) {
        QueryParameters.of(uri).refuseIfWrong();
        List<ProblemKind> kinds = List.of(ProblemKind.values());
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(ProblemKindBody::of)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "There is no kind of problem \"" + Texts.excerpt(code) + "\". The kinds are "
                                + String.join(
                                        ", ",
                                        kinds.stream().map(ProblemKind::code).toList()) + "."));
    }
}
