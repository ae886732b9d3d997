package nl.marge.platform.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.Driver;

/** The embedded database in processes of their own, killed in several ways. */
class EmbeddedMariaDbIT {

    /** With a blank in its name, which MariaDB's own scripts do not all expect. */
    private static final Path FOLDER =
            Path.of("target", "test data of processes").toAbsolutePath();

    private static final long PATIENCE_SECONDS = 120;

    private final List<Service> services = new ArrayList<>();

    /** A service that runs, with what it said first. */
    private record Service(Process process, List<String> said) {}

    @BeforeAll
    static void beginWithoutData() throws IOException {
        MariaDbFolder.deleteTree(FOLDER);
    }

    @AfterEach
    void endServices() throws Exception {
        for (Service service : services) {
            service.process().destroyForcibly().waitFor();
        }
        for (ProcessHandle server : serversOf(FOLDER)) {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void keepsDataWhenServiceIsKilledAndStartedAtOnce() throws Exception {
        Service killed = start("32M");
        execute(killed, "create table if not exists kept (word varchar(20) primary key)");
        execute(killed, "replace into kept values ('killed')");

        killed.process().destroyForcibly().waitFor();
        Service next = start("32M");

        assertEquals("killed", word(next, "select word from kept where word = 'killed'"));
    }

    @Test
    void stopsDatabaseWhoseServiceAndWatchdogWereKilled() throws Exception {
        Service killed = start("32M");
        execute(killed, "create table if not exists kept (word varchar(20) primary key)");
        execute(killed, "replace into kept values ('orphan')");
        ProcessHandle orphan = serversOf(FOLDER).get(0);
        List<ProcessHandle> watchdogs = watchdogsOf(orphan);

        assertEquals(2, watchdogs.size());
        for (ProcessHandle watchdog : watchdogs) {
            watchdog.destroyForcibly();
            watchdog.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        killed.process().destroyForcibly().waitFor();
        assertTrue(orphan.isAlive());
        Service next = start("32M");

        assertFalse(orphan.isAlive());
        assertEquals("orphan", word(next, "select word from kept where word = 'orphan'"));
    }

    @Test
    void endsItsDatabaseWithTheService() throws Exception {
        Service service = start("32M");
        ProcessHandle server = serversOf(FOLDER).get(0);

        service.process().getOutputStream().close();

        assertEquals(0, service.process().waitFor());
        server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void refusesSecondServiceOnTheSameFolder() throws Exception {
        Service first = start("32M");

        Service second = start("32M");

        assertEquals(
                List.of("Another running Marge uses the data folder " + FOLDER
                        + ". Stop that one or set MARGE_DATA_DIR to another folder."),
                second.said());
        assertEquals("1", word(first, "select 1"));
    }

    @Test
    void saysWhyTheDatabaseDoesNotStart() throws Exception {
        Service service = start("999999G");

        String said = String.join("\n", service.said());
        assertTrue(said.startsWith("MariaDB did not start in " + FOLDER + ", status "), said);
        assertTrue(said.contains("[ERROR] InnoDB: Cannot allocate memory for the buffer pool"), said);
        assertFalse(Files.exists(FOLDER.resolve("start.sql")));
    }

    @Test
    void knowsOnlyTheUsersOfTheService() throws Exception {
        Service service = start("32M");

        assertEquals("marge_owner@127.0.0.1", word(service, "select current_user()"));
        assertEquals(
                "utf8mb4_nopad_bin",
                word(
                        service,
                        "select default_collation_name from information_schema.schemata where schema_name = 'marge'"));
        for (String user : List.of("root", "", "marge")) {
            assertFalse(letsIn(service, user), user);
        }
    }

    private Service start(String bufferPoolSize) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedMariaDbProcess.class.getName(),
                        FOLDER.toString(),
                        bufferPoolSize)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        Service service = new Service(process, said);
        services.add(service);
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null && !line.equals("end"); line = reader.readLine()) {
            said.add(line);
        }
        return service;
    }

    private static List<ProcessHandle> serversOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/mariadbd"))
                .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                        .contains("--datadir=" + folder.resolve("db")))
                .toList();
    }

    /** First the shell that waits for the end of the service, then the one that waits for the end of the server. */
    private static List<ProcessHandle> watchdogsOf(ProcessHandle server) {
        ProcessHandle shell = server.parent().orElseThrow();
        List<ProcessHandle> watchdogs = new ArrayList<>(
                shell.children().filter(child -> child.pid() != server.pid()).toList());
        watchdogs.add(shell);
        return watchdogs;
    }

    private static Connection connect(Service service) throws SQLException {
        assertEquals(3, service.said().size(), () -> String.join("\n", service.said()));
        return connect(service, service.said().get(1), service.said().get(2));
    }

    private static Connection connect(Service service, String user, String password) throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", user);
        credentials.setProperty("password", password);
        return new Driver().connect(service.said().get(0), credentials);
    }

    private static void execute(Service service, String sql) throws SQLException {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(Service service, String sql) throws SQLException {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next(), sql);
            return row.getString(1);
        }
    }

    private static boolean letsIn(Service service, String user) throws SQLException {
        try (Connection connection = connect(service, user, "")) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            assertEquals("28000", refused.getSQLState(), refused::toString);
            return false;
        }
    }
}
