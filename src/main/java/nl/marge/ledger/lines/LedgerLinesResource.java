package nl.marge.ledger.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionSets;
import nl.marge.kernel.DateRange;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.moment.LedgerMoments;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
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

/** The lines behind every figure, over HTTP, however many there are. */
@Path("/api/v1/companies/{company}/ledger-lines")
@Tag(name = "Reports", description = "What the ledger says: segment P&L, lines, balances, changes.")
class LedgerLinesResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final List<AnswerForm> FORMS = List.of(AnswerForm.JSON, AnswerForm.CSV, AnswerForm.NDJSON);

    private final Companies companies;
    private final LedgerMoments moments;
    private final DimensionSets sets;
    private final LedgerLines lines;

    LedgerLinesResource(Companies companies, LedgerMoments moments, DimensionSets sets, LedgerLines lines) {
        this.companies = companies;
        this.moments = moments;
        this.sets = sets;
        this.lines = lines;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", NDJSON})
    @Operation(
            operationId = "listLedgerLines",
            summary = "Ledger lines, as a report chooses them",
            description = "Takes every parameter of the P&L, so that the link of a row or cell, or the report's own"
                    + " query, finds the lines it is made of: their values add up to it. from and to may be given"
                    + " again behind a link, the lines then lie in both ranges. In number order, streamed whole.")
    @Parameter(name = "from", ref = "fromOptional")
    @Parameter(name = "to", ref = "toOptional")
    @Parameter(name = "filter", ref = "filter")
    @Parameter(name = "membership", ref = "membership")
    @Parameter(name = "kinds", ref = "kinds")
    @Parameter(name = "scenario", ref = "scenario")
    @Parameter(name = "allocation", ref = "allocation")
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(
            name = "line",
            in = ParameterIn.QUERY,
            description = "A line of the statement; a subtotal stands for all its parts, and value is what the line"
                    + " is worth in it.",
            example = "CM1")
    @Parameter(name = "account", ref = "account")
    @Parameter(
            name = "afterNumber",
            in = ParameterIn.QUERY,
            description = "Only entries after this number; from and to may then be left out.",
            schema = @Schema(implementation = Long.class, minimum = "0"))
    @Parameter(
            name = "throughNumber",
            in = ParameterIn.QUERY,
            description = "Only entries up to this number; from and to may then be left out.",
            schema = @Schema(implementation = Long.class, minimum = "0"))
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "As in the P&L; what rows are made of. Changes no line.",
            example = "SEGMENT")
    @Parameter(
            name = "columns",
            in = ParameterIn.QUERY,
            description = "As in the P&L; how the range is cut. Changes no line.",
            example = "MONTH")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "As in the P&L; how rows are ordered. Changes no line.",
            example = "-CM4")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "As in the P&L; how many rows are shown. Changes no line.",
            example = "10")
    @Parameter(
            name = "compare",
            in = ParameterIn.QUERY,
            description = "As in the P&L; what figures are set against. Changes no line.",
            example = "PREVIOUS_YEAR")
    @Parameter(name = "format", ref = "format")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @APIResponse(
            responseCode = "200",
            description = "The lines; as NDJSON one line of JSON each, as CSV with one column a dimension.",
            headers = @Header(name = "X-Marge-Watermark", ref = "watermark"),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = LedgerLineBody.Page.class),
                        examples = @ExampleObject(name = "lines", value = LedgerLineBody.EXAMPLE_PAGE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "lines", value = LedgerLineBody.EXAMPLE_CSV)),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = LedgerLineBody.class),
                        examples = @ExampleObject(name = "line", value = LedgerLineBody.EXAMPLE))
            })
    public Response list(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        Map<String, List<String>> given =
                QueryParameters.given(uri.getRequestUri().getRawQuery());
        List<DateRange> ranges = LinesRequest.takeRanges(given);
        QueryParameters query = new QueryParameters(given);
        LedgerMoment moment = moments.read(company, query);
        LinesRequest request = LinesRequest.read(query, ranges, moment);
        AnswerForm form = AnswerForm.of(query, headers, FORMS);
        CsvStyle style = AnswerForm.csvStyle(query);
        query.refuseIfWrong();
        LineView view =
                new LineView(moment.reference(), sets, Optional.of(request.selection()), request.statementLine());
        String watermark = moment.watermark().toString();
        return new StreamedAnswer(form, watermark)
                .of(
                        switch (form) {
                            case CSV -> out -> writeCsv(out, style, request.query(), view);
                            case NDJSON -> out -> writeNdjson(out, request.query(), view);
                            case JSON -> out -> writeJson(out, request.query(), view, watermark);
                        });
    }

    private void writeJson(OutputStream out, LinesQuery query, LineView view, String watermark) throws IOException {
        LineJson writer = new LineJson(view);
        try (JsonGenerator json = LineJson.generator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            stream(query, view, line -> writer.write(json, line));
            json.writeEndArray();
            json.writeStringField("watermark", watermark);
            json.writeNullField("next");
            json.writeEndObject();
        }
    }

    private void writeNdjson(OutputStream out, LinesQuery query, LineView view) throws IOException {
        LineJson writer = new LineJson(view);
        try (JsonGenerator json = LineJson.generator(out).setRootValueSeparator(null)) {
            stream(query, view, line -> {
                writer.write(json, line);
                json.writeRaw('\n');
            });
        }
    }

    private void writeCsv(OutputStream out, CsvStyle style, LinesQuery query, LineView view) throws IOException {
        LineCsv writer = new LineCsv(view);
        try (CsvTable table = writer.table(out, style)) {
            stream(query, view, line -> writer.write(table, line));
        }
    }

    /** What writes a line. */
    private interface LineWriter {
        void write(PublishedLine line) throws IOException;
    }

    private void stream(LinesQuery query, LineView view, LineWriter writer) throws IOException {
        lines.stream(view.reference().company(), query, line -> {
            if (view.passes(line)) {
                writer.write(line);
            }
            return true;
        });
    }
}
