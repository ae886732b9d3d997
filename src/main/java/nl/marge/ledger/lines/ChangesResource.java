package nl.marge.ledger.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.Watermark;
import nl.marge.dimension.DimensionSets;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.StreamedAnswer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A feed of all lines in commit order, for systems that keep a copy. */
@Path("/api/v1/companies/{company}/changes")
@Tag(name = "Reports", description = "What the ledger says: segment P&L, lines, balances, changes.")
@Produces(MediaType.APPLICATION_JSON)
class ChangesResource {

    private static final int LIMIT_DEFAULT = 1_000;
    private static final int LIMIT_MAX = 10_000;
    private static final int WAIT_MAX = 60;

    private final Companies companies;
    private final References references;
    private final DimensionSets sets;
    private final Changes changes;

    ChangesResource(Companies companies, References references, DimensionSets sets, Changes changes) {
        this.companies = companies;
        this.references = references;
        this.sets = sets;
        this.changes = changes;
    }

    @GET
    @Operation(
            operationId = "listChanges",
            summary = "Lines posted after an entry, in commit order",
            description = "Every scenario and kind, whole entries, gapless. Ask again after the number that next"
                    + " says; with wait the answer comes as soon as something is posted, or empty when the time is"
                    + " up.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            required = true,
            description = "The number of the last entry the caller has; 0 = from the beginning.",
            schema = @Schema(implementation = Long.class, minimum = "0"),
            example = "1017")
    @Parameter(
            name = "wait",
            in = ParameterIn.QUERY,
            description = "Seconds to wait for something new.",
            schema = @Schema(implementation = Integer.class, minimum = "0", maximum = "60", defaultValue = "0"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "About so many lines; an entry is never cut.",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "10000", defaultValue = "1000"))
    @APIResponse(
            responseCode = "200",
            description = "The lines, and where to go on",
            headers = @Header(name = "X-Marge-Watermark", ref = "watermark"),
            content =
                    @Content(
                            schema = @Schema(implementation = LedgerLineBody.Changes.class),
                            examples = @ExampleObject(name = "changes", value = LedgerLineBody.EXAMPLE_CHANGES)))
    public Response list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        query.requiredText("after");
        long after = query.value("after", ChangesResource::number, "the number of an entry, or 0")
                .orElse(0L);
        int wait = query.integer("wait", 0, 0, WAIT_MAX);
        int limit = query.integer("limit", LIMIT_DEFAULT, 1, LIMIT_MAX);
        query.refuseIfWrong();
        long committed = changes.await(company, after, wait);
        Reference reference = references.current(company);
        List<PublishedLine> lines = changes.after(company, after, committed, limit);
        String watermark = new Watermark(committed, reference.version()).toString();
        long next =
                lines.isEmpty() ? after : lines.get(lines.size() - 1).entry().number();
        LineView view = new LineView(reference, sets, Optional.empty(), OptionalInt.empty());
        return new StreamedAnswer(AnswerForm.JSON, watermark).of(out -> write(out, lines, view, watermark, next));
    }

    private static Optional<Long> number(String text) {
        return text.matches("0|[1-9][0-9]{0,17}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static void write(OutputStream out, List<PublishedLine> lines, LineView view, String watermark, long next)
            throws IOException {
        LineJson writer = new LineJson(view);
        try (JsonGenerator json = LineJson.generator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (PublishedLine line : lines) {
                writer.write(json, line);
            }
            json.writeEndArray();
            json.writeStringField("watermark", watermark);
            json.writeNumberField("next", next);
            json.writeEndObject();
        }
    }
}
