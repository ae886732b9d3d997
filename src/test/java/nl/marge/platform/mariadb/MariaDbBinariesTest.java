package nl.marge.platform.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbBinariesTest {

    @TempDir
    Path temporary;

    @Test
    void namesTheVariablesOfAnotherServerWhereNoneIsCarried() {
        String message = MariaDbBinaries.noEngine("Mac OS X", "aarch64");

        assertTrue(message.startsWith("No database: this build carries no MariaDB for Mac OS X aarch64. "), message);
        for (String variable : List.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_USERNAME",
                "QUARKUS_DATASOURCE_PASSWORD",
                "QUARKUS_FLYWAY_USERNAME",
                "QUARKUS_FLYWAY_PASSWORD")) {
            assertTrue(message.contains(variable), variable);
        }
    }

    @Test
    void runsOnLinuxOfOneKindOnly() {
        assertTrue(MariaDbBinaries.isSupported("Linux", "amd64"));
        assertFalse(MariaDbBinaries.isSupported("Linux", "aarch64"));
        assertFalse(MariaDbBinaries.isSupported("Mac OS X", "x86_64"));
    }

    @Test
    void unpacksIntoTheCacheOfTheUsersHome() {
        assertEquals(temporary.resolve(".cache/marge"), MariaDbBinaries.cache(temporary, temporary.resolve("tmp")));
    }

    @Test
    void unpacksIntoPrivateFolderWhereTheUserHasNoHome() throws IOException {
        Path noFolder = Files.createFile(temporary.resolve("home"));

        Path cache = MariaDbBinaries.cache(noFolder, temporary);

        assertEquals(temporary.resolve("marge-" + MariaDbBinaries.currentUser()), cache);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
        assertEquals(cache, MariaDbBinaries.cache(Path.of("?"), temporary));
    }

    @Test
    void refusesToRunProgramsFromFolderThatOthersMayWrite() throws IOException {
        Path planted = Files.createDirectory(temporary.resolve("marge-" + MariaDbBinaries.currentUser()));
        Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxrwxrwx"));

        ConfigurationException refusal =
                assertThrows(ConfigurationException.class, () -> MariaDbBinaries.cache(Path.of("?"), temporary));

        assertEquals(
                "Folder " + planted
                        + " is open to others, so MariaDB's programs cannot be unpacked there. Delete it, or"
                        + " start the service as a user with a home folder.",
                refusal.getMessage());
    }
}
