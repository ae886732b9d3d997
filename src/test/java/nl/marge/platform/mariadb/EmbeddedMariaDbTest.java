package nl.marge.platform.mariadb;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMariaDbTest {

    @ParameterizedTest
    @ValueSource(strings = {"plenty", "", "0", "-1G", "1.5G", "512 M", "1T", "1g"})
    void refusesSizesThatMariaDbWouldMisread(String size) {
        assertEquals(
                "MARGE_BUFFER_POOL is \"" + size + "\", which is no size. Set it to one such as 512M or 2G.",
                refusal(size, "1G"));
        assertEquals(
                "MARGE_REDO_LOG is \"" + size + "\", which is no size. Set it to one such as 512M or 2G.",
                refusal("512M", size));
    }

    @ParameterizedTest
    @ValueSource(strings = {"512M", "2G", "65536K", "134217728"})
    void takesSizes(String size) {
        assertDoesNotThrow(() -> new EmbeddedMariaDb.Settings(Path.of("data"), false, size, size));
    }

    private static String refusal(String bufferPoolSize, String redoLogSize) {
        return assertThrows(
                        ConfigurationException.class,
                        () -> new EmbeddedMariaDb.Settings(Path.of("data"), false, bufferPoolSize, redoLogSize))
                .getMessage();
    }
}
