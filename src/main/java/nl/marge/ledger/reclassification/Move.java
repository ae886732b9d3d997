package nl.marge.ledger.reclassification;

import static java.util.Objects.requireNonNull;

import nl.marge.dimension.DimensionSet;

/** A line to be taken from one set to another. */
record Move(MovableLine line, DimensionSet before, DimensionSet after) {
    Move {
        requireNonNull(line, "line");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** Whether the line still stands where it is to be taken from. */
    boolean isInPlace() {
        return line.set().equals(before);
    }

    /** The same line's way back from where it stands now. */
    Move back() {
        return new Move(line, line.set(), before);
    }
}
