package nl.marge.platform.mariadb;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running server process, which lives no longer than this Java process, however that one ends. */
final class MariaDbServer {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String PORT_TAKEN = "Can't start server: Bind on TCP/IP port";

    /** Between our choosing a free port and the server's taking it somebody else may be faster. */
    private static final int PORT_ATTEMPTS = 3;

    private static final long POLL_MILLIS = 20;
    private static final int GREETING_MILLIS = 5_000;
    private static final int LOG_LINES = 15;

    /**
     * Starts the server and stops it when the pipe from Java ends, which happens also when Java is killed. A
     * background job of the shell gets no standard input, so the pipe goes through descriptor 3. Ctrl-C reaches the
     * whole group of processes: the shell ignores it, so that the service ends first and its database after it.
     */
    private static final String WATCHDOG = """
            trap '' INT HUP
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            { cat <&3 >/dev/null; kill -TERM $server 2>/dev/null; } &
            watch=$!
            exec 3<&-
            wait $server
            status=$?
            kill $watch 2>/dev/null
            exit $status
            """;

    private final Process process;
    private final int port;

    private MariaDbServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server in a prepared folder and waits until it takes connections. */
    static MariaDbServer started(List<String> command, MariaDbFolder folder, MariaDbUsers users) {
        Path startFile = folder.root().resolve("start.sql");
        try {
            writeSecret(startFile, users.startStatements());
            keepFormerLog(folder.serverLog());
            for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
                Optional<MariaDbServer> server = attempt(command, startFile, folder);
                if (server.isPresent()) {
                    return server.get();
                }
            }
            throw new IllegalStateException(
                    PORT_ATTEMPTS + " free ports of " + LOOPBACK + " were taken by others before MariaDB could");
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB cannot be started in " + folder.root(), e);
        } finally {
            delete(startFile);
        }
    }

    int port() {
        return port;
    }

    /** Waits until the server has ended and gives its exit status. */
    int awaitEnd() {
        return awaitEnd(process);
    }

    static int awaitEnd(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for MariaDB", e);
        }
    }

    /** What a log says of a failure: its errors, or its end when it names none. */
    static String complaints(Path log) throws IOException {
        List<String> lines =
                Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
        List<String> errors =
                lines.stream().filter(line -> line.contains("[ERROR]")).toList();
        List<String> told = errors.isEmpty() ? lines : errors;
        return String.join("\n", told.subList(Math.max(0, told.size() - LOG_LINES), told.size()));
    }

    private static Optional<MariaDbServer> attempt(List<String> command, Path startFile, MariaDbFolder folder)
            throws IOException {
        int port = freePort();
        Files.deleteIfExists(folder.processId());
        List<String> watched = new ArrayList<>(List.of("/bin/sh", "-c", WATCHDOG, "watchdog"));
        watched.addAll(command);
        watched.add("--port=" + port);
        watched.add("--init-file=" + startFile);
        Process process = new ProcessBuilder(watched)
                .redirectErrorStream(true)
                .redirectOutput(folder.serverLog().toFile())
                .start();
        MariaDbServer server = new MariaDbServer(process, port);
        if (server.isReady(folder.processId())) {
            return Optional.of(server);
        }
        String complaints = complaints(folder.serverLog());
        if (complaints.contains(PORT_TAKEN)) {
            return Optional.empty();
        }
        throw new ConfigurationException("MariaDB did not start in " + folder.root() + ", status " + server.awaitEnd()
                + "; " + folder.serverLog() + " says:\n" + complaints);
    }

    /**
     * Polls until the server greets or has ended. Repairing after a crash takes as long as it takes. Its process id
     * tells that the port is really its own and not that of a faster stranger.
     */
    private boolean isReady(Path processId) throws IOException {
        while (!Files.exists(processId) || !greets()) {
            try {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while MariaDB starts", e);
            }
        }
        return process.isAlive();
    }

    /** A connection alone comes too early: the server greets only after it has run its start statements. */
    private boolean greets() throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName(LOOPBACK), port)) {
            socket.setSoTimeout(GREETING_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (SocketException | SocketTimeoutException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private static void writeSecret(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    private static void keepFormerLog(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("mariadbd.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
