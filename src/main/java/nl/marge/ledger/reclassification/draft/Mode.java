package nl.marge.ledger.reclassification.draft;

/** How the values that lines get are found. */
public enum Mode {
    /** The values that the caller names. */
    REPLACE,
    /** The values that the default rules of now give. */
    RE_DERIVE
}
