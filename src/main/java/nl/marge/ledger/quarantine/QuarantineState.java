package nl.marge.ledger.quarantine;

/** What became of an entry that was set aside. */
public enum QuarantineState {
    /** It waits for somebody. */
    HELD,
    /** It was posted. */
    RELEASED,
    /** Somebody decided that it is not to be posted. */
    DISCARDED,
    /** Its sender posted it otherwise: the journal has an entry of the same source and externalId. */
    SUPERSEDED
}
