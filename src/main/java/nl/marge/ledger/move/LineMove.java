package nl.marge.ledger.move;

import static java.util.Objects.requireNonNull;

import nl.marge.ledger.entry.Provenance;

/** A line taken from one dimension set to another, by their ids, and where its values come from there. */
public record LineMove(LineKey line, int fromSetId, int toSetId, Provenance provenance) {
    public LineMove {
        requireNonNull(line, "line");
        requireNonNull(provenance, "provenance");
    }
}
