package nl.marge.ledger.posting;

import static java.util.Objects.requireNonNull;

import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.journal.PostingUnit;
import nl.marge.ledger.journal.UnitResult;
import nl.marge.ledger.move.LineMoves;
import org.jdbi.v3.core.Handle;

/** A reversal was made from where the lines of its original stood: that no reclassification moved them since. */
record UnmovedEntry(LineMoves moves, EntryId entry, long lastNumber) implements PostingUnit.Companion {
    UnmovedEntry {
        requireNonNull(moves, "moves");
        requireNonNull(entry, "entry");
    }

    @Override
    public boolean holds(Handle handle) {
        return moves.lastNumber(handle, entry) == lastNumber;
    }

    @Override
    public void write(Handle handle, UnitResult.Done done) {
        // A reversal is nothing but its entry.
    }

    @Override
    public boolean isExclusive() {
        return false;
    }
}
