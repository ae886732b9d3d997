package nl.marge.platform.mariadb;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Installs a fresh database and runs the server on it, on loopback and a free port. */
final class DatabaseServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration INSTALL_LIMIT = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 20;

    /**
     * The server runs as a child of this script and ends with the JVM, however that ends: the JVM holds the other end
     * of the script's standard input, and its end of file asks the server to stop. A background job gets an empty
     * standard input, hence the third descriptor; Ctrl-C reaches the whole group and is left to the JVM.
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

    private final Path engine;
    private final DataFolder data;
    private final String bufferPool;

    DatabaseServer(Path engine, DataFolder data, String bufferPool) {
        this.engine = engine;
        this.data = data;
        this.bufferPool = bufferPool;
    }

    /** Makes the database of a new folder; a half-made one from a killed start is made anew. */
    void installIfNew() throws IOException {
        if (Files.isDirectory(data.database())) {
            return;
        }
        Path fresh = data.path().resolve("db.new");
        if (Files.exists(fresh)) {
            EngineBinaries.deleteOwn(fresh);
        }
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                engine.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + engine,
                "--datadir=" + fresh,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve"));
        addUserIfRoot(command);
        run(command);
        Files.move(fresh, data.database());
    }

    /**
     * Starts the server and waits until it greets.
     *
     * @return the port
     */
    int start(String initSql) throws IOException {
        Path initFile = secretFile("init.sql", initSql);
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command(initFile, port));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.to(data.log().toFile()));
        builder.directory(data.path().toFile());
        Process watchdog = builder.start();
        keep(watchdog);
        awaitGreeting(watchdog, port);
        Files.delete(initFile);
        return port;
    }

    private List<String> command(Path initFile, int port) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                WATCHDOG,
                "watchdog",
                engine.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + engine,
                "--datadir=" + data.database(),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // relative to the data folder: an absolute name may be too long for a socket
                "--socket=s",
                "--tmpdir=" + data.temporary(),
                "--pid-file=" + data.pidFile(),
                "--init-file=" + initFile,
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_nopad_bin",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-log-file-size=1G",
                "--innodb-buffer-pool-size=" + bufferPool));
        addUserIfRoot(command);
        return command;
    }

    private static void addUserIfRoot(List<String> command) {
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
    }

    private Path secretFile(String name, String content) throws IOException {
        Path file = data.secret(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Holds the process and so its pipe: were it collected, the pipe would close and the server stop. */
    private static void keep(Process watchdog) {
        Thread keeper = new Thread(
                () -> {
                    try {
                        watchdog.waitFor();
                    } catch (InterruptedException end) {
                        Thread.currentThread().interrupt();
                    }
                },
                "mariadb-watchdog");
        keeper.setDaemon(true);
        keeper.start();
    }

    private void awaitGreeting(Process watchdog, int port) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!greets(port)) {
            if (!watchdog.isAlive() || System.nanoTime() > deadline) {
                throw new EmbeddedDatabaseFailure("The database server did not start; its log says why: " + data.log()
                        + ". " + EmbeddedDatabaseFailure.EXTERNAL_REMEDY);
            }
            sleep();
        }
    }

    private static boolean greets(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(5_000);
            InputStream greeting = socket.getInputStream();
            return greeting.read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database server starts", end);
        }
    }

    private void run(List<String> command) throws IOException {
        File log = data.path().resolve("install.log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            boolean ended = process.waitFor(INSTALL_LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new EmbeddedDatabaseFailure("The database could not be installed; see " + log + ". "
                        + EmbeddedDatabaseFailure.EXTERNAL_REMEDY);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database is installed", end);
        }
    }
}
