package nl.marge.ledger.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import nl.marge.platform.http.ListedViolation;
import nl.marge.platform.http.ProblemHead;
import nl.marge.platform.http.ProblemKind;
import nl.marge.platform.http.Problems;

/** Wraps the result of a batch: 200, 207 with problems, or 422 when an atomic batch is refused. */
@ApplicationScoped
class BatchAnswers {

    static final String CSV = "text/csv";

    Response answer(UriInfo uri, String accept, BatchResult result, boolean atomic) {
        BatchAnswer answer = BatchAnswer.of(result);
        if (atomic && result.rejected() > 0) {
            String detail = result.rejected() + " of the entries are refused, so nothing was posted. Mend them and send"
                    + " the batch again, or post it with atomic=false.";
            ProblemHead head = ProblemHead.of(ProblemKind.BATCH_REFUSED, detail, Problems.instance(uri));
            return Problems.answer(head, new RefusedBatch(head, answer));
        }
        int status = result.rejected() > 0 ? 207 : 200;
        if (accept != null && accept.contains(CSV)) {
            return Response.status(status).type(CSV).entity(csv(answer)).build();
        }
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(answer)
                .build();
    }

    /** The problems as rows, one a violation. */
    private static String csv(BatchAnswer answer) {
        StringWriter rows = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(rows)) {
            csv.writeRecord("index", "line", "external_id", "code", "pointer", "message");
            for (BatchAnswer.EntryProblem problem : answer.problems()) {
                for (ListedViolation violation : problem.violations()) {
                    csv.writeRecord(
                            Integer.toString(problem.index()),
                            problem.line().isPresent()
                                    ? Long.toString(problem.line().getAsLong())
                                    : "",
                            problem.externalId().orElse(""),
                            violation.code(),
                            violation.pointer().orElse(""),
                            violation.message());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot fail to be written", impossible);
        }
        return rows.toString();
    }

    /** A refused atomic batch: a problem with the members of a result. */
    record RefusedBatch(
            @JsonUnwrapped ProblemHead head, @JsonUnwrapped BatchAnswer batch) {}
}
