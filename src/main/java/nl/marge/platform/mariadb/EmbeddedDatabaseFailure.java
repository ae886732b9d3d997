package nl.marge.platform.mariadb;

/** The service's own database cannot be started; the message says what an operator can do. */
final class EmbeddedDatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What to do instead, in every message that ends the start. */
    static final String EXTERNAL_REMEDY = "Or use a server of your own: set QUARKUS_DATASOURCE_JDBC_URL,"
            + " QUARKUS_DATASOURCE_USERNAME, QUARKUS_DATASOURCE_PASSWORD, QUARKUS_FLYWAY_USERNAME and"
            + " QUARKUS_FLYWAY_PASSWORD.";

    EmbeddedDatabaseFailure(String message) {
        super(message);
    }

    EmbeddedDatabaseFailure(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
