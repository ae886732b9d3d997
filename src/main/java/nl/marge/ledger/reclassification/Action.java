package nl.marge.ledger.reclassification;

/** What somebody did to a reclassification. */
enum Action {
    CREATE,
    VALIDATE,
    APPLY,
    UNDO,
    DISCARD
}
