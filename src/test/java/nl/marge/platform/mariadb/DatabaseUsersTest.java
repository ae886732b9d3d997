package nl.marge.platform.mariadb;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseUsersTest {
    private static final String APP = "quarkus.datasource.username";
    private static final String OWNER = "quarkus.flyway.username";
    private static final String PASSWORD = "quarkus.flyway.password";
    private static final String MIGRATES = "quarkus.flyway.migrate-at-start";

    @Test
    void refusesOwnerWithoutPassword() {
        assertEquals(
                "QUARKUS_FLYWAY_USERNAME is boss but QUARKUS_FLYWAY_PASSWORD is not set. Set both, or neither to migrate"
                        + " as the service's user.",
                refusal(Map.of(APP, "marge", OWNER, "boss")));
    }

    @Test
    void refusesPasswordWithoutOwner() {
        assertEquals(
                "QUARKUS_FLYWAY_PASSWORD is set but QUARKUS_FLYWAY_USERNAME is not. Set both, or neither to migrate as the"
                        + " service's user.",
                refusal(Map.of(APP, "marge", PASSWORD, "secret")));
    }

    @Test
    void isContentWithTwoUsers() {
        DatabaseUsers users = users(Map.of(APP, "marge", OWNER, "boss", PASSWORD, "secret", MIGRATES, "true"));

        assertDoesNotThrow(users::refuseHalfAnOwner);
        assertEquals(Optional.empty(), users.warning());
    }

    @Test
    void warnsThatOneUserLeavesOnlyTheTriggers() {
        String warning = "The service runs as the owner of its tables, so only triggers keep posted entries from being"
                + " changed. Give the migrations a user of their own by QUARKUS_FLYWAY_USERNAME and"
                + " QUARKUS_FLYWAY_PASSWORD.";

        assertEquals(
                Optional.of(warning),
                users(Map.of(APP, "marge", MIGRATES, "true")).warning());
        assertEquals(
                Optional.of(warning),
                users(Map.of(APP, "marge", OWNER, "marge", PASSWORD, "secret", MIGRATES, "true"))
                        .warning());
    }

    @Test
    void doesNotWarnWhereSomebodyElseMigrates() {
        assertEquals(
                Optional.empty(), users(Map.of(APP, "marge", MIGRATES, "false")).warning());
    }

    private static DatabaseUsers users(Map<String, String> configured) {
        return DatabaseUsers.of(name -> Optional.ofNullable(configured.get(name)));
    }

    private static String refusal(Map<String, String> configured) {
        return assertThrows(ConfigurationException.class, users(configured)::refuseHalfAnOwner)
                .getMessage();
    }
}
