package nl.marge.ledger.batch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.platform.http.ListedViolation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A batch's result as it goes out. */
@Schema(name = "BatchResult", description = "What became of a batch.")
record BatchAnswer(
        int posted,
        int unchanged,
        int rejected,
        Optional<Long> firstNumber,
        Optional<Long> lastNumber,
        String watermark,
        List<EntryProblem> problems,
        int problemsTotal,
        boolean truncated) {

    static BatchAnswer of(BatchResult result) {
        return new BatchAnswer(
                result.posted(),
                result.unchanged(),
                result.rejected(),
                result.firstNumber(),
                result.lastNumber(),
                result.watermark(),
                result.problems().stream().map(EntryProblem::of).toList(),
                result.problemsTotal(),
                result.truncated());
    }

    /** A refused entry: where it stood, and what is wrong; pointers are relative to the entry. */
    @Schema(name = "EntryProblem")
    record EntryProblem(
            int index,

            @Schema(description = "Physical line of an NDJSON body, from 1")
            OptionalLong line,

            Optional<String> externalId,
            List<ListedViolation> violations) {

        static EntryProblem of(BatchResult.EntryProblem problem) {
            return new EntryProblem(
                    problem.index(), problem.line(), problem.externalId(), ListedViolation.of(problem.violations()));
        }
    }
}
