package nl.marge.platform.mariadb;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpPortTest {

    @Test
    void refusesPortThatSomebodyElseHolds() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();

            String message = HttpPort.refusal("0.0.0.0", port).orElseThrow();

            assertTrue(message.startsWith("Port " + port + " of 0.0.0.0 cannot be used ("), message);
            assertTrue(message.contains("Set QUARKUS_HTTP_PORT to a free port, such as " + (port + 1) + ","), message);
            assertTrue(HttpPort.refusal("localhost", port).isPresent());
            Optional<String> asked = Optional.of(Integer.toString(port));
            assertThrows(
                    ConfigurationException.class,
                    () -> HttpPort.refuseWhenTaken(Optional.empty(), asked, LaunchMode.NORMAL));
            assertDoesNotThrow(() -> HttpPort.refuseWhenTaken(Optional.empty(), asked, LaunchMode.TEST));
        }
    }

    @Test
    void takesFreePortAndLeavesItFree() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertEquals(Optional.empty(), HttpPort.refusal("0.0.0.0", port));
        assertEquals(Optional.empty(), HttpPort.refusal("0.0.0.0", port));
    }

    @Test
    void leavesPortThatTheSystemChoosesAlone() {
        assertEquals(Optional.empty(), HttpPort.refusal("nowhere.invalid", 0));
    }

    @Test
    void refusesHostThatIsNotOfThisMachine() {
        String message = HttpPort.refusal("192.0.2.1", 8080).orElseThrow();

        assertTrue(message.contains("QUARKUS_HTTP_HOST"), message);
    }
}
