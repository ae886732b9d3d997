package nl.marge.ledger.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.marge.ledger.journal.PostingMetrics;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.platform.http.ListedViolation;
import nl.marge.platform.http.ProblemHead;
import nl.marge.platform.http.ProblemKind;
import nl.marge.platform.http.Problems;
import org.jboss.logging.Logger;

/** Wraps the result of a batch: 200, 207 with problems, or 422 when an atomic batch is refused. */
@ApplicationScoped
class BatchAnswers {

    static final String CSV = "text/csv";
    private static final Logger LOG = Logger.getLogger(BatchAnswers.class);
    private static final List<String> COLUMNS = List.of("index", "line", "external_id", "code", "pointer", "message");

    private final PostingMetrics metrics;

    BatchAnswers(PostingMetrics metrics) {
        this.metrics = metrics;
    }

    Response answer(UriInfo uri, String accept, BatchResult result, boolean atomic) {
        BatchAnswer answer = BatchAnswer.of(result);
        observe(uri, result, atomic);
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

    private void observe(UriInfo uri, BatchResult result, boolean atomic) {
        metrics.unchanged(result.unchanged());
        result.problems()
                .forEach(problem -> metrics.rejected(problem.violations().get(0).code()));
        LOG.infof(
                "batch path=%s atomic=%s posted=%d unchanged=%d rejected=%d watermark=%s",
                uri.getPath(), atomic, result.posted(), result.unchanged(), result.rejected(), result.watermark());
    }

    /** The problems as rows, one a violation. */
    private static byte[] csv(BatchAnswer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, CsvStyle.PLAIN, COLUMNS)) {
            for (BatchAnswer.EntryProblem problem : answer.problems()) {
                for (ListedViolation violation : problem.violations()) {
                    table.decimal(Integer.toString(problem.index()))
                            .decimal(
                                    problem.line().isPresent()
                                            ? "" + problem.line().getAsLong()
                                            : "")
                            .text(problem.externalId().orElse(""))
                            .text(violation.code())
                            .text(violation.pointer().orElse(""))
                            .text(violation.message())
                            .endRow();
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot fail to be written", impossible);
        }
        return out.toByteArray();
    }

    /** A refused atomic batch: a problem with the members of a result. */
    record RefusedBatch(
            @JsonUnwrapped ProblemHead head, @JsonUnwrapped BatchAnswer batch) {}
}
