package nl.marge.ledger.reclassification;

/** How the values that lines get are found. */
enum Mode {
    /** The values that the caller names. */
    REPLACE
}
