package nl.marge.platform.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MariaDbUsersTest {

    @Test
    void givesEachUserOwnPasswordAtEachStart() {
        MariaDbUsers first = MariaDbUsers.withNewPasswords();
        MariaDbUsers second = MariaDbUsers.withNewPasswords();

        assertEquals(
                6,
                Set.of(first.root(), first.owner(), first.app(), second.root(), second.owner(), second.app())
                        .size());
        assertTrue(first.app().matches("[0-9a-f]{48}"));
    }

    @Test
    void keepsPasswordsOutOfLogs() {
        assertFalse(new MariaDbUsers("secret1", "secret2", "secret3").toString().contains("secret"));
    }

    @Test
    void writesOneStatementOnALine() {
        MariaDbUsers users = new MariaDbUsers("r", "o", "a");

        assertTrue(users.startStatements().lines().allMatch(line -> line.endsWith(";")), users.startStatements());
    }
}
