package nl.marge.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A MariaDB server of the bench's own, on loopback and an empty folder, from the same binary the service carries: both
 * the service and the comparison use this one server, so its settings cannot favour either.
 */
final class DatabaseServer implements AutoCloseable {

    static final String PASSWORD = "bench";

    private static final String USERS = """
            create database marge character set utf8mb4 collate utf8mb4_nopad_bin;
            create database bench character set utf8mb4 collate utf8mb4_nopad_bin;
            create user marge_owner@'127.0.0.1' identified by 'bench';
            grant all on *.* to marge_owner@'127.0.0.1' with grant option;
            create user marge@'127.0.0.1' identified by 'bench';
            """;

    private final ChildProcess process;
    private final int port;

    private DatabaseServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Installs into {@code folder}, which must not exist, and starts with {@code settings} beside the fixed ones. */
    static DatabaseServer start(Path engine, Path folder, List<String> settings) throws Exception {
        Files.createDirectories(folder.resolve("tmp"));
        List<String> install = new ArrayList<>(List.of(
                "sh",
                engine.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
        install.addAll(common(engine, folder));
        try (ChildProcess installed = ChildProcess.start(install, Map.of(), folder.resolve("install.log"))) {
            installed.awaitEnd();
        }
        int port = freePort();
        List<String> run = new ArrayList<>(List.of(
                engine.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--lc-messages-dir=" + engine.resolve("share"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=s",
                "--tmpdir=" + folder.resolve("tmp"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + Files.writeString(folder.resolve("users.sql"), USERS),
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_nopad_bin",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M"));
        run.addAll(common(engine, folder));
        run.addAll(settings);
        ChildProcess process = ChildProcess.start(run, Map.of(), folder.resolve("server.log"));
        DatabaseServer server = new DatabaseServer(process, port);
        process.awaitReady(server::isReady);
        return server;
    }

    private static List<String> common(Path engine, Path folder) {
        List<String> common =
                List.of("--basedir=" + engine, "--datadir=" + folder.resolve("db"), "--skip-name-resolve");
        boolean root = "root".equals(System.getProperty("user.name"));
        return Stream.concat(common.stream(), root ? Stream.of("--user=root") : Stream.empty())
                .toList();
    }

    /** The address the service is given; {@code schema} and {@code options} as in any JDBC URL. */
    String url(String schema, String options) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?sslMode=disable&" + options;
    }

    /** A connection with every right. */
    Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(url(schema, "allowLocalInfile=true"), "marge_owner", PASSWORD);
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean isReady() {
        try (Connection ready = connect("bench")) {
            return ready.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
