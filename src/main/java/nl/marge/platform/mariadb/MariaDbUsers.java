package nl.marge.platform.mariadb;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * The users of the embedded database: the owner, who makes tables and grants rights, and the service's own user, who
 * begins without any. Passwords are new at each start, so that no secret stays on disk.
 */
record MariaDbUsers(String root, String owner, String app) {
    private static final String DATABASE = "marge";
    private static final String OWNER = "marge_owner";
    private static final String APP = "marge";

    /** Flags of the driver: bulk inserts are five times faster than single ones, prepared statements are kept. */
    private static final String URL_FLAGS =
            "?sslMode=disable&useBulkStmts=true&useServerPrepStmts=true&cachePrepStmts=true" + "&prepStmtCacheSize=500";

    static MariaDbUsers withNewPasswords() {
        SecureRandom random = new SecureRandom();
        return new MariaDbUsers(password(random), password(random), password(random));
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * What the server runs at each start before it takes connections, one statement a line. The rights of the
     * service's user are taken away, since the migrations grant them anew at each start: a right that they no longer
     * give is gone.
     */
    String startStatements() {
        return """
                drop user if exists ''@'localhost', 'root'@'127.0.0.1', 'root'@'::1';
                alter user 'root'@'localhost' identified by '%1$s';
                create database if not exists %4$s character set utf8mb4 collate utf8mb4_nopad_bin;
                create user if not exists '%5$s'@'127.0.0.1';
                alter user '%5$s'@'127.0.0.1' identified by '%2$s';
                grant all privileges on %4$s.* to '%5$s'@'127.0.0.1' with grant option;
                create user if not exists '%6$s'@'127.0.0.1';
                alter user '%6$s'@'127.0.0.1' identified by '%3$s';
                revoke all privileges, grant option from '%6$s'@'127.0.0.1';
                """.formatted(root, owner, app, DATABASE, OWNER, APP);
    }

    /** The configuration that leads pool and migrations to a server on this port. */
    Map<String, String> configuration(int port) {
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE + URL_FLAGS,
                "quarkus.datasource.username", APP,
                "quarkus.datasource.password", app,
                "quarkus.flyway.username", OWNER,
                "quarkus.flyway.password", owner,
                "quarkus.flyway.placeholders.app", "'" + APP + "'@'127.0.0.1'");
    }

    @Override
    public String toString() {
        return "MariaDbUsers[]"; // Passwords must not reach a log.
    }
}
