package nl.marge.platform.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataVersionTest {
    private static final DataVersion OURS = new DataVersion("11.4.5");

    @ParameterizedTest
    @ValueSource(strings = {"marge-data mariadb-11.4.5\n", "marge-data mariadb-11.4.5", "marge-data mariadb-11.4.0"})
    void opensWhatItOrAnOlderReleaseOfTheSeriesWrote(String found) {
        assertEquals(Optional.empty(), OURS.refusal(Path.of("data"), found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "marge-data mariadb-11.4.6",
                "marge-data mariadb-11.4.10",
                "marge-data mariadb-11.8.1",
                "marge-data mariadb-10.11.2",
                "marge-data-2 mariadb-11.4.5",
                "marge-data mariadb-11.4",
                "other",
                ""
            })
    void refusesNewerAndForeignFolders(String found) {
        assertEquals(
                Optional.of("The data folder data was written by \"" + found + "\"; this service is"
                        + " \"marge-data mariadb-11.4.5\" and cannot open it. Start the version that wrote it."),
                OURS.refusal(Path.of("data"), found));
    }

    @Test
    void opensWhatItWritesItself() {
        assertEquals(Optional.empty(), DataVersion.CURRENT.refusal(Path.of("data"), DataVersion.CURRENT.text()));
    }
}
