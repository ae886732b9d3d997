package nl.marge.ledger.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Watermark;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import nl.marge.ledger.batch.BatchResult.EntryProblem;
import nl.marge.ledger.journal.Outcome;
import nl.marge.ledger.posting.Conflicts;

/** Counts what becomes of the entries of a batch and keeps the problems that an answer can list. */
final class BatchTally {

    private final List<EntryProblem> problems = new ArrayList<>();
    private int listedViolations;
    private int posted;
    private int unchanged;
    private int rejected;
    private long firstNumber;
    private long lastNumber;

    /** Counts one decided entry. */
    void count(ReadEntry entry, Outcome outcome) {
        if (outcome instanceof Outcome.Posted done) {
            posted++;
            firstNumber = firstNumber == 0 ? done.number() : firstNumber;
            lastNumber = done.number();
        } else if (outcome instanceof Outcome.Unchanged) {
            unchanged++;
        } else if (outcome instanceof Outcome.Reused reused) {
            reject(entry, List.of(Conflicts.externalIdReused(reused.stored())));
        } else if (outcome instanceof Outcome.RepeatedInUnit repeated) {
            reject(entry, List.of(Conflicts.repeatedInBatch(repeated.identity())));
        } else if (!(outcome instanceof Outcome.NotPosted)) {
            throw new IllegalStateException("a batch has no reversals: " + outcome);
        }
    }

    /** Counts an entry that was there before. */
    void countUnchanged() {
        unchanged++;
    }

    /** Counts an entry that would be posted, in a dry run or before the batch is published. */
    void countPosted() {
        posted++;
    }

    /** Counts a refused entry. */
    void reject(ReadEntry entry, List<Violation> violations) {
        rejected++;
        int room = Violations.LISTED_LIMIT - listedViolations;
        if (room > 0) {
            List<Violation> listed = violations.subList(0, Math.min(room, violations.size()));
            problems.add(new EntryProblem(entry.index(), entry.line(), entry.externalId(), listed));
            listedViolations += violations.size();
        }
    }

    /** Whether any entry was refused. */
    boolean hasRejected() {
        return rejected > 0;
    }

    /** The result of a batch of which what was counted as posted is posted. */
    BatchResult result(Watermark watermark) {
        return result(watermark, posted, unchanged, Optional.of(firstNumber), Optional.of(lastNumber));
    }

    /** The result of a batch published under numbers known only now. */
    BatchResult result(Watermark watermark, long first, long last) {
        return result(watermark, posted, unchanged, Optional.of(first), Optional.of(last));
    }

    /** The result of an atomic batch that was refused: nothing is posted. */
    BatchResult refused(Watermark watermark) {
        return result(watermark, 0, 0, Optional.empty(), Optional.empty());
    }

    private BatchResult result(
            Watermark watermark, int postedHere, int unchangedHere, Optional<Long> first, Optional<Long> last) {
        List<EntryProblem> ordered = problems.stream()
                .sorted(Comparator.comparingInt(EntryProblem::index))
                .toList();
        return new BatchResult(
                postedHere,
                unchangedHere,
                rejected,
                first.filter(number -> number > 0),
                last.filter(number -> number > 0),
                watermark.toString(),
                ordered,
                rejected,
                listedViolations > Violations.LISTED_LIMIT || ordered.size() < rejected);
    }
}
