package nl.marge.platform.mariadb;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether the HTTP port is free before anything is started, so that the message comes first and says the way. */
final class PortCheck {

    private static final int DEFAULT_PORT = 8080;

    private PortCheck() {}

    static void refuseTakenPort(ConfigSourceContext context) {
        int port = EmbeddedDatabaseConfig.text(context, "quarkus.http.port")
                .map(Integer::parseInt)
                .orElse(DEFAULT_PORT);
        if (LaunchMode.current() != LaunchMode.NORMAL || port == 0 || isFree(context, port)) {
            return;
        }
        throw new EmbeddedDatabaseFailure("Port " + port + " is taken by another program. Stop that, or set"
                + " QUARKUS_HTTP_PORT to a free port, for example QUARKUS_HTTP_PORT=8081.");
    }

    private static boolean isFree(ConfigSourceContext context, int port) {
        String host = EmbeddedDatabaseConfig.text(context, "quarkus.http.host").orElse("0.0.0.0");
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
