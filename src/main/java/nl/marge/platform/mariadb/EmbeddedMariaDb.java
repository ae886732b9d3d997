package nl.marge.platform.mariadb;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Our own MariaDB server, started beside the service when no other database is configured.
 *
 * <p>There is one server for each data folder and Java process. Dev mode and tests load this class anew at each
 * restart of the application while the server lives on; what the next class needs to know therefore stands in a
 * system property, as plain text, and a parked thread holds the server's process and the folder's lock.
 */
final class EmbeddedMariaDb {
    private static final Logger LOG = Logger.getLogger(EmbeddedMariaDb.class);
    private static final String STATE = "nl.marge.embedded-database ";

    /**
     * Where the server's data lies and how much room it takes.
     *
     * @param folder the data folder; made when absent
     * @param fresh whether to begin with an empty database, for tests
     * @param bufferPoolSize the server's memory for data, such as 512M
     * @param redoLogSize the server's redo log on disk, such as 1G
     */
    record Settings(Path folder, boolean fresh, String bufferPoolSize, String redoLogSize) {
        private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,8}[KMG]?");

        Settings {
            folder = folder.toAbsolutePath().normalize();
            requireSize("MARGE_BUFFER_POOL", bufferPoolSize);
            requireSize("MARGE_REDO_LOG", redoLogSize);
        }

        /** MariaDB itself would quietly take its smallest size for one that it cannot read. */
        private static void requireSize(String variable, String size) {
            if (!SIZE.matcher(size).matches()) {
                throw new ConfigurationException(
                        variable + " is \"" + size + "\", which is no size. Set it to one such as 512M or 2G.");
            }
        }
    }

    private EmbeddedMariaDb() {}

    /** The configuration that leads to the server of this folder, which is started unless this process has done so. */
    static Map<String, String> running(Settings settings) {
        String key = STATE + settings.folder();
        synchronized (key.intern()) {
            String known = System.getProperty(key);
            return known == null ? start(settings, key) : read(known);
        }
    }

    private static Map<String, String> start(Settings settings, String key) {
        long started = System.nanoTime();
        MariaDbBinaries binaries = MariaDbBinaries.unpacked();
        MariaDbFolder folder = MariaDbFolder.locked(settings.folder());
        try {
            folder.prepare(binaries, settings.fresh());
            MariaDbUsers users = MariaDbUsers.withNewPasswords();
            MariaDbServer server = MariaDbServer.started(command(binaries, folder, settings), folder, users);
            Map<String, String> configuration = users.configuration(server.port());
            System.setProperty(key, write(configuration));
            hold(server, folder, key);
            LOG.infof(
                    "embedded MariaDB ready version=%s folder=%s port=%d ms=%d",
                    MariaDbBinaries.VERSION, folder.root(), server.port(), (System.nanoTime() - started) / 1_000_000);
            return configuration;
        } catch (RuntimeException failed) {
            folder.release();
            throw failed;
        }
    }

    /**
     * The server and its options. Without TLS, which on the loopback only costs a certificate at each start; with a
     * socket by its bare name, since the path of a deep folder would be too long for one; and with its own folder for
     * temporary tables, since another server would clean a common one.
     */
    private static List<String> command(MariaDbBinaries binaries, MariaDbFolder folder, Settings settings) {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--datadir=" + folder.database(),
                "--basedir=" + binaries.home(),
                "--tmpdir=" + folder.temporary(),
                "--pid-file=" + folder.processId(),
                "--socket=s",
                "--bind-address=127.0.0.1",
                "--skip-ssl",
                "--skip-name-resolve",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_nopad_bin",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + settings.bufferPoolSize(),
                "--innodb-log-file-size=" + settings.redoLogSize(),
                "--innodb-log-buffer-size=64M"));
        command.addAll(MariaDbBinaries.userOption());
        return command;
    }

    /** Keeps process and lock reachable, since the server stops when its pipe is collected, and tells of its end. */
    private static void hold(MariaDbServer server, MariaDbFolder folder, String key) {
        Runnable watch = () -> {
            int status = server.awaitEnd();
            synchronized (key.intern()) {
                System.clearProperty(key);
                folder.release();
            }
            LOG.errorf(
                    "embedded MariaDB ended status=%d log=%s: restart the service, no data is lost",
                    status, folder.serverLog());
        };
        Thread thread = new Thread(watch, "embedded-mariadb");
        thread.setDaemon(true);
        thread.start();
    }

    private static String write(Map<String, String> configuration) {
        Properties properties = new Properties();
        properties.putAll(configuration);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Map<String, String> read(String known) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(known));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> configuration = new LinkedHashMap<>();
        properties.forEach((name, value) -> configuration.put((String) name, (String) value));
        return configuration;
    }
}
