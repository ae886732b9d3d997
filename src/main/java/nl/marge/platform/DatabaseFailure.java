package nl.marge.platform;

/** The database failed in the middle of plain JDBC work; the cause says how. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFailure(String doing, Throwable cause) {
        super("database failure while " + doing, cause);
    }
}
