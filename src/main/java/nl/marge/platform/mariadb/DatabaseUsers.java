package nl.marge.platform.mariadb;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The users configured for a database that is not ours: the service's own, and the owner who runs the migrations.
 *
 * @param app the service's user, or empty when the URL carries it
 * @param owner the user of the migrations, empty when the service's user does that too
 * @param ownerPassword the owner's password
 * @param migrates whether this process runs the migrations at all
 */
record DatabaseUsers(Optional<String> app, Optional<String> owner, Optional<String> ownerPassword, boolean migrates) {

    private static final String REMEDY = " Set both, or neither to migrate as the service's user.";

    /** The users as {@code configured} names them. */
    static DatabaseUsers of(Function<String, Optional<String>> configured) {
        return new DatabaseUsers(
                configured.apply("quarkus.datasource.username"),
                configured.apply("quarkus.flyway.username"),
                configured.apply("quarkus.flyway.password"),
                configured
                        .apply("quarkus.flyway.migrate-at-start")
                        .map(Boolean::valueOf)
                        .orElse(false));
    }

    /** Refuses half an owner: Flyway would quietly run the migrations as the service's user, who may not. */
    void refuseHalfAnOwner() {
        if (owner.isPresent() && ownerPassword.isEmpty()) {
            throw new ConfigurationException(
                    "QUARKUS_FLYWAY_USERNAME is " + owner.get() + " but QUARKUS_FLYWAY_PASSWORD is not set." + REMEDY);
        }
        if (owner.isEmpty() && ownerPassword.isPresent()) {
            throw new ConfigurationException(
                    "QUARKUS_FLYWAY_PASSWORD is set but QUARKUS_FLYWAY_USERNAME is not." + REMEDY);
        }
    }

    /** What the operator should know: with one user for both, that user owns the facts and could drop the triggers. */
    Optional<String> warning() {
        boolean separate = owner.isPresent() && !owner.equals(app);
        if (separate || !migrates) {
            return Optional.empty();
        }
        return Optional.of(
                "The service runs as the owner of its tables, so only triggers keep posted entries from being"
                        + " changed. Give the migrations a user of their own by QUARKUS_FLYWAY_USERNAME and"
                        + " QUARKUS_FLYWAY_PASSWORD.");
    }
}
