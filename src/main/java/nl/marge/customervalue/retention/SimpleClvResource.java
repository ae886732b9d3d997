package nl.marge.customervalue.retention;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customer lifetime value by the retention formulas over HTTP. */
@Path("/api/v1/clv/simple")
@Tag(name = "Customer value", description = "What customers are worth: cohorts, retention, customer lifetime value.")
@Produces(MediaType.APPLICATION_JSON)
class SimpleClvResource {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "calculateSimpleClv",
            summary = "What a customer is worth by margin, retention and a rate",
            description = "The retention formulas with a named timing, for ever or for so many periods; asks no books"
                    + " and stores nothing. Refused when the sum for ever has no end, and when a rate, a share or a"
                    + " number of periods is out of its bounds.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimpleClvRequest.Body.class),
                            examples = @ExampleObject(name = "forEver", value = SimpleClvRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The value, with all it depends on.",
            content =
                    @Content(
                            schema = @Schema(implementation = SimpleClvBody.class),
                            examples = @ExampleObject(name = "forEver", value = SimpleClvBody.EXAMPLE)))
    public SimpleClvBody calculate(@Context UriInfo uri, InputStream body) {
        QueryParameters.of(uri).refuseIfWrong();
        return SimpleClvBody.of(TermsForm.terms(JsonBody.read(body, SimpleClvRequest::read)));
    }
}
