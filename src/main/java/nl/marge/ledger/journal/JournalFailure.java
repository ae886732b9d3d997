package nl.marge.ledger.journal;

/** The database failed in the middle of journal work; the cause says how. */
final class JournalFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalFailure(String doing, Throwable cause) {
        super("database failure while " + doing, cause);
    }
}
