package nl.marge.profitability;

import nl.marge.dimension.DimensionValue.Reserved;

/** What a row of a report stands for. */
public enum RowKind {
    /** One key of the axes asked for. */
    VALUE,
    /** The rows beyond the limit, together. */
    OTHERS,
    /** The lines that no value of any axis claims. */
    UNASSIGNED,
    /** A key with the reserved value of what a pool could have done and did not. */
    UNUSED_CAPACITY,
    /** A key with the reserved value of what was charged beyond the cost of a pool that did more than it can. */
    OVER_DRIVEN,
    /** All rows together. */
    TOTAL;

    /** The kind of a row of lines on a reserved value. */
    static RowKind of(Reserved reserved) {
        return switch (reserved) {
            case UNUSED_CAPACITY -> UNUSED_CAPACITY;
            case OVER_DRIVEN -> OVER_DRIVEN;
        };
    }
}
