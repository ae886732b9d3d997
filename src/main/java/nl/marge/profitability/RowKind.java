package nl.marge.profitability;

/** What a row of a report stands for. */
enum RowKind {
    /** One key of the axes asked for. */
    VALUE,
    /** The rows beyond the limit, together. */
    OTHERS,
    /** The lines that no value of any axis claims. */
    UNASSIGNED,
    /** All rows together. */
    TOTAL
}
