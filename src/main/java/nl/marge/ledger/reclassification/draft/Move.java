package nl.marge.ledger.reclassification.draft;

import static java.util.Objects.requireNonNull;

import nl.marge.dimension.DimensionSet;

/** A line to be taken from one set to another. */
public record Move(MovableLine line, DimensionSet before, DimensionSet after) {
    public Move {
        requireNonNull(line, "line");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** Whether the line still stands where it is to be taken from. */
    public boolean isInPlace() {
        return line.set().equals(before);
    }

    /** The same line's way back from where it stands now. */
    public Move back() {
        return new Move(line, line.set(), before);
    }
}
