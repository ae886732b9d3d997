package nl.marge.ledger.batch;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Violation;

/**
 * What became of a batch. The numbers are those of the first and last entry posted by it; in a partial batch entries of
 * other clients may lie between. At most 1,000 violations are listed; {@code problemsTotal} counts all at fault.
 */
public record BatchResult(
        int posted,
        int unchanged,
        int rejected,
        int quarantined,
        int unassigned,
        Optional<Long> firstNumber,
        Optional<Long> lastNumber,
        String watermark,
        List<EntryProblem> problems,
        List<EntryProblem> accepted,
        int problemsTotal,
        boolean truncated) {

    public BatchResult {
        requireNonNull(firstNumber, "firstNumber");
        requireNonNull(lastNumber, "lastNumber");
        requireNonNull(watermark, "watermark");
        problems = List.copyOf(problems);
        accepted = List.copyOf(accepted);
    }

    /** An entry at fault, refused or in quarantine under {@code quarantineId}; pointers are relative to the entry. */
    public record EntryProblem(
            int index,
            OptionalLong line,
            Optional<String> externalId,
            Optional<String> quarantineId,
            List<Violation> violations) {
        public EntryProblem {
            requireNonNull(line, "line");
            requireNonNull(externalId, "externalId");
            requireNonNull(quarantineId, "quarantineId");
            violations = List.copyOf(violations);
        }
    }
}
