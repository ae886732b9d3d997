package nl.marge.ledger.reclassification;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.ledger.journal.Outcome;
import nl.marge.ledger.journal.PostingUnit;
import nl.marge.ledger.journal.UnitResult;
import nl.marge.ledger.move.LineMove;
import org.jdbi.v3.core.Handle;

/**
 * What goes with the entries of a reclassification: the moves of the lines and the step. No other unit shares the
 * commit, because a reversal would not see where its lines are moved to beside it.
 */
record MoveRecord(
        MoveRecords records,
        int companyId,
        Reclassification found,
        Seen seen,
        Optional<String> by,
        List<LineMove> moves)
        implements PostingUnit.Companion {
    MoveRecord {
        requireNonNull(records, "records");
        requireNonNull(found, "found");
        requireNonNull(seen, "seen");
        requireNonNull(by, "by");
        moves = List.copyOf(moves);
    }

    @Override
    public boolean holds(Handle handle) {
        return records.holds(handle, this);
    }

    @Override
    public void write(Handle handle, UnitResult.Done done) {
        if (done.outcomes().stream().noneMatch(Outcome::isRefused)) {
            records.write(
                    handle,
                    this,
                    number(done.outcomes().get(0)),
                    done.outcomes().size());
        }
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    /** An entry that was laid down before, by an attempt that did not come to writing this, has its number already. */
    private static long number(Outcome outcome) {
        return outcome instanceof Outcome.Posted posted
                ? posted.number()
                : ((Outcome.Unchanged) outcome).stored().number();
    }

    /** What was so when the entries were made: the last move in the company, and the partners that came later. */
    record Seen(long lastMove, int partners) {}
}
