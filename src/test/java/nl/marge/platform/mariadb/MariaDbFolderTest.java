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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbFolderTest {

    @TempDir
    Path temporary;

    @Test
    void makesFolderThatOnlyItsUserMayRead() throws IOException {
        Path folder = temporary.resolve("a/b");

        MariaDbFolder.locked(folder).release();

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals("marge-data mariadb-11.4.5\n", Files.readString(folder.resolve("version")));
    }

    @Test
    void takesEmptyVolumeAndFolderOfStartThatBrokeOff() throws IOException {
        Files.createDirectory(temporary.resolve("lost+found"));
        Files.createFile(temporary.resolve("lock"));

        MariaDbFolder.locked(temporary).release();

        assertTrue(Files.exists(temporary.resolve("version")));
    }

    @Test
    void refusesFolderOfSomebodyElseAndLeavesItAlone() throws IOException {
        Files.writeString(temporary.resolve("letter.txt"), "Dear");

        String message = refusal(temporary);

        assertEquals(
                "The folder " + temporary.toRealPath()
                        + " is not empty and holds no data of Marge (it has no file named"
                        + " version). Set MARGE_DATA_DIR to another folder.",
                message);
        assertEquals(List.of("letter.txt"), names(temporary));
    }

    @Test
    void refusesSecondServiceOnTheSameFolderUntilTheFirstLetsGo() throws IOException {
        MariaDbFolder first = MariaDbFolder.locked(temporary);

        assertEquals(
                "Another running Marge uses the data folder " + temporary.toRealPath()
                        + ". Stop that one or set MARGE_DATA_DIR to another folder.",
                refusal(temporary));

        first.release();
        MariaDbFolder.locked(temporary).release();
    }

    @Test
    void refusesFolderOfNewerReleaseAndLetsGoOfIt() throws IOException {
        Files.writeString(temporary.resolve("version"), "marge-data mariadb-11.4.6\n");

        assertTrue(refusal(temporary).endsWith("Set MARGE_DATA_DIR to another folder."));

        assertEquals("marge-data mariadb-11.4.6\n", Files.readString(temporary.resolve("version")));
        Files.writeString(temporary.resolve("version"), "marge-data mariadb-11.4.4\n");
        MariaDbFolder.locked(temporary).release();
        assertEquals("marge-data mariadb-11.4.5\n", Files.readString(temporary.resolve("version")));
    }

    @Test
    void refusesFileInPlaceOfFolder() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertTrue(refusal(file).startsWith("The data folder " + file + " cannot be used: "));
    }

    @Test
    void deletesFolderWithoutFollowingLinks() throws IOException {
        Path kept = Files.createDirectory(temporary.resolve("kept"));
        Files.createFile(kept.resolve("file"));
        Path deleted = Files.createDirectories(temporary.resolve("deleted/inner"));
        Files.createSymbolicLink(deleted.resolve("link"), kept);

        MariaDbFolder.deleteTree(temporary.resolve("deleted"));

        assertFalse(Files.exists(temporary.resolve("deleted")));
        assertTrue(Files.exists(kept.resolve("file")));
    }

    private static String refusal(Path folder) {
        return assertThrows(ConfigurationException.class, () -> MariaDbFolder.locked(folder))
                .getMessage();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
