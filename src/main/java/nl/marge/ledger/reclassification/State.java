package nl.marge.ledger.reclassification;

/** How far a reclassification has come. */
enum State {
    /** Lines are chosen, nothing is checked. */
    DRAFT,
    /** Checked against the reference data; may be applied. */
    VALIDATED,
    /** Its entries are posted. */
    APPLIED,
    /** The opposite entries are posted too. */
    UNDONE,
    /** Given up before it was applied. */
    DISCARDED;

    /** Whether nothing was posted for it and something still may. */
    boolean isOpen() {
        return this == DRAFT || this == VALIDATED;
    }
}
