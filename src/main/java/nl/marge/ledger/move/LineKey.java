package nl.marge.ledger.move;

import static java.util.Objects.requireNonNull;

import nl.marge.ledger.entry.EntryId;

/** Which line of which entry; lines are numbered from 1. */
public record LineKey(EntryId entry, int lineNumber) {
    public LineKey {
        requireNonNull(entry, "entry");
    }
}
