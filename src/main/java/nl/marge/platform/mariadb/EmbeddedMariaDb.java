package nl.marge.platform.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The service's own MariaDB. Passwords are made anew at every start and live in this JVM only. One server per JVM,
 * whatever class loader asks: what was started is kept in system properties.
 */
final class EmbeddedMariaDb {

    private static final Logger LOG = Logger.getLogger(EmbeddedMariaDb.class);
    private static final String PROPERTIES = "marge.embedded-database.";

    static final String SCHEMA = "marge";
    static final String OWNER = "marge_owner";
    static final String USER = "marge";

    /**
     * Bulk inserts in one round trip, statements prepared once. No TLS on loopback.
     */
    private static final String URL_FLAGS =
            "?sslMode=disable&useBulkStmts=true&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=500";

    private EmbeddedMariaDb() {}

    /** The configuration of the running server, which is started if this JVM has none yet. */
    static Map<String, String> running(Path folder, String bufferPool, boolean fresh) {
        synchronized (PROPERTIES.intern()) {
            if (System.getProperty(PROPERTIES + "port") == null) {
                start(folder, bufferPool, fresh);
            }
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:mariadb://127.0.0.1:" + System.getProperty(PROPERTIES + "port") + "/" + SCHEMA + URL_FLAGS,
                    "quarkus.datasource.username",
                    USER,
                    "quarkus.datasource.password",
                    System.getProperty(PROPERTIES + "password"),
                    "quarkus.flyway.username",
                    OWNER,
                    "quarkus.flyway.password",
                    System.getProperty(PROPERTIES + "owner-password"));
        }
    }

    private static void start(Path folder, String bufferPool, boolean fresh) {
        long begun = System.nanoTime();
        Path engine = EngineBinaries.unpacked();
        DataFolder data = DataFolder.take(folder);
        DatabaseServer server = new DatabaseServer(engine, data, bufferPool);
        try {
            if (fresh && Files.isDirectory(data.database())) {
                EngineBinaries.deleteOwn(data.database());
            }
            server.installIfNew();
            String password = password();
            String ownerPassword = password();
            int port = server.start(initSql(password, ownerPassword));
            System.setProperty(PROPERTIES + "password", password);
            System.setProperty(PROPERTIES + "owner-password", ownerPassword);
            System.setProperty(PROPERTIES + "port", Integer.toString(port));
            LOG.infof(
                    "own database started folder=%s port=%d millis=%d",
                    data.path(), port, (System.nanoTime() - begun) / 1_000_000);
        } catch (IOException failure) {
            throw new EmbeddedDatabaseFailure("The database on " + data.path() + " did not start", failure);
        }
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** One statement a line, as the server's init file wants it. */
    private static String initSql(String password, String ownerPassword) {
        return """
                create database if not exists %1$s character set utf8mb4 collate utf8mb4_nopad_bin;
                alter user 'root'@'localhost' identified by '%5$s';
                drop user if exists 'root'@'127.0.0.1', 'root'@'::1', ''@'localhost';
                create user if not exists '%2$s'@'127.0.0.1' identified by '%4$s';
                alter user '%2$s'@'127.0.0.1' identified by '%4$s';
                grant all on %1$s.* to '%2$s'@'127.0.0.1' with grant option;
                create user if not exists '%3$s'@'127.0.0.1' identified by '%6$s';
                alter user '%3$s'@'127.0.0.1' identified by '%6$s';
                """.formatted(SCHEMA, OWNER, USER, ownerPassword, password(), password);
    }
}
