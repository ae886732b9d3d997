package nl.marge.platform.mariadb;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** The port of the service, looked at before the database starts: Quarkus's own message names no remedy. */
final class HttpPort {
    private static final String CHECKED = "nl.marge.http-port-checked";
    private static final int DEFAULT_PORT = 8080;

    private HttpPort() {}

    /**
     * Refuses to start when somebody else listens there. Only the first start in a process is looked at, since dev
     * mode keeps the port through its restarts; tests choose their port themselves.
     */
    static void refuseWhenTaken(Optional<String> host, Optional<String> port, LaunchMode mode) {
        if (mode == LaunchMode.TEST || System.getProperty(CHECKED) != null) {
            return;
        }
        String wanted = host.orElse(mode.isDev() ? "localhost" : "0.0.0.0");
        refusal(wanted, port.map(Integer::valueOf).orElse(DEFAULT_PORT)).ifPresent(message -> {
            throw new ConfigurationException(message);
        });
        System.setProperty(CHECKED, "true");
    }

    /** Why the service cannot listen there; port 0 and less leave the choice to the system or switch HTTP off. */
    static Optional<String> refusal(String host, int port) {
        if (port <= 0) {
            return Optional.empty();
        }
        try {
            new ServerSocket(port, 1, InetAddress.getByName(host)).close();
            return Optional.empty();
        } catch (IOException taken) {
            return Optional.of("Port " + port + " of " + host + " cannot be used (" + taken.getMessage()
                    + "). Set QUARKUS_HTTP_PORT to a free port, such as " + (port + 1)
                    + ", or QUARKUS_HTTP_HOST to an address of this machine.");
        }
    }
}
