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
import nl.marge.ledger.quarantine.Kept;
import nl.marge.ledger.quarantine.Quarantine;
import nl.marge.ledger.quarantine.QuarantineState;
import nl.marge.ledger.quarantine.Refused;
import nl.marge.platform.http.ListedViolation;

/** Counts what becomes of the entries of a batch and keeps the problems that an answer can list. */
final class BatchTally {

    /**
     * Entries that one atomic batch sets aside at most: they are kept in memory until it is published. A source that
     * sends more of them is not sending what it thinks.
     */
    static final int SET_ASIDE_LIMIT = 10_000;

    private final List<EntryProblem> problems = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<EntryProblem> accepted = new ArrayList<>();
    private int listedViolations;
    private int posted;
    private int unchanged;
    private int rejected;
    private int quarantined;
    private int unassigned;
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

    /** Notes what was left out of a posted entry, as its source wants it. */
    void accept(ReadEntry entry, List<Violation> leftOut) {
        if (!leftOut.isEmpty()) {
            unassigned++;
            if (accepted.size() < Violations.LISTED_LIMIT) {
                accepted.add(
                        new EntryProblem(entry.index(), entry.line(), entry.externalId(), Optional.empty(), leftOut));
            }
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
        list(entry, violations, Optional.empty());
    }

    /** Notes a refused entry that goes to quarantine once it is known that the batch goes through. */
    void setAside(ReadEntry entry, List<Violation> violations) {
        if (setAside.size() == SET_ASIDE_LIMIT) {
            reject(entry, violations);
        } else {
            setAside.add(new SetAside(entry, violations));
        }
    }

    /** The entries to set aside. */
    List<Refused> toSetAside() {
        return setAside.stream()
                .map(aside -> new Refused(aside.entry().command(), ListedViolation.of(aside.violations())))
                .toList();
    }

    /**
     * Counts the entries that were to be set aside, now that they are: one released before is in the books already, and
     * of one settled otherwise meanwhile that is told.
     */
    void countSetAside(List<Kept> kept) {
        for (int i = 0; i < kept.size(); i++) {
            Kept place = kept.get(i);
            if (place.state() == QuarantineState.RELEASED) {
                unchanged++;
            } else {
                quarantined++;
                SetAside aside = setAside.get(i);
                boolean held = place.state() == QuarantineState.HELD;
                list(
                        aside.entry(),
                        held ? aside.violations() : List.of(Quarantine.settled(place)),
                        Optional.of(place.shownId()));
            }
        }
        setAside.clear();
    }

    /** Counts the entries that would be set aside, in a dry run. */
    void countSetAside() {
        for (SetAside aside : setAside) {
            quarantined++;
            list(aside.entry(), aside.violations(), Optional.empty());
        }
        setAside.clear();
    }

    private void list(ReadEntry entry, List<Violation> violations, Optional<String> quarantineId) {
        int room = Violations.LISTED_LIMIT - listedViolations;
        if (room > 0) {
            List<Violation> listed = violations.subList(0, Math.min(room, violations.size()));
            problems.add(new EntryProblem(entry.index(), entry.line(), entry.externalId(), quarantineId, listed));
            listedViolations += violations.size();
        }
    }

    /** Whether any entry was refused. */
    boolean hasRejected() {
        return rejected > 0;
    }

    /** Whether any entry waits to be set aside. */
    boolean hasSetAside() {
        return !setAside.isEmpty();
    }

    /** The result of a batch of which what was counted as posted is posted. */
    BatchResult result(Watermark watermark) {
        return result(watermark, posted, unchanged, Optional.of(firstNumber), Optional.of(lastNumber));
    }

    /** The result of a batch published under numbers known only now. */
    BatchResult result(Watermark watermark, long first, long last) {
        return result(watermark, posted, unchanged, Optional.of(first), Optional.of(last));
    }

    /** The result of an atomic batch that was refused: nothing is posted, and nothing is set aside. */
    BatchResult refused(Watermark watermark) {
        setAside.forEach(aside -> reject(aside.entry(), aside.violations()));
        setAside.clear();
        accepted.clear();
        unassigned = 0;
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
                quarantined,
                unassigned,
                first.filter(number -> number > 0),
                last.filter(number -> number > 0),
                watermark.toString(),
                ordered,
                accepted,
                rejected + quarantined,
                listedViolations > Violations.LISTED_LIMIT || ordered.size() < rejected + quarantined);
    }

    /** A refused entry that goes to quarantine, and why. */
    private record SetAside(ReadEntry entry, List<Violation> violations) {}
}
