package nl.marge.ledger.move;

import static java.util.Objects.requireNonNull;

/** A line taken from one dimension set to another, by their ids. */
public record LineMove(LineKey line, int fromSetId, int toSetId) {
    public LineMove {
        requireNonNull(line, "line");
    }
}
