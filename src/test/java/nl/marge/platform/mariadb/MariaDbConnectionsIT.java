package nl.marge.platform.mariadb;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.Driver;

/** The pool and the users of the embedded database, on a running service. */
@QuarkusTest
class MariaDbConnectionsIT {

    @Inject
    AgroalDataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void servesRequestsAfterTheServerDroppedAllConnections() throws SQLException {
        assertEquals(4, requestsAtOnce(4));

        int dropped = dropConnectionsOfTheService();

        assertTrue(dropped >= 4, () -> "only " + dropped + " connections dropped");
        given().contentType(ContentType.JSON)
                .body("{\"name\":\"Dropped BV\",\"currency\":\"EUR\"}")
                .when()
                .put("/api/v1/companies/DROPPED")
                .then()
                .statusCode(201);
        assertEquals(dropped, requestsAtOnce(dropped));
        when().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void recognisesConnectionThatDiedWhileInUse() throws SQLException {
        SQLException failure;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            dropConnectionsOfTheService();
            failure = assertThrows(SQLException.class, () -> statement.executeQuery("select 1"));
        }

        assertTrue(
                dataSource
                        .getConfiguration()
                        .connectionPoolConfiguration()
                        .exceptionSorter()
                        .isFatal(failure),
                failure::toString);
    }

    @Test
    void keepsServiceUserFromChangingFactsOrTables() throws SQLException {
        for (String forbidden : List.of(
                "update posting_batch set entry_count = 1",
                "delete from ledger_line",
                "truncate table journal_entry",
                "drop table ledger_line",
                "create table more (id int primary key)")) {
            assertEquals(1142, refusal(forbidden).getErrorCode(), forbidden);
        }
    }

    @Test
    void runsServerInUtcWithTextComparedByteForByte() throws SQLException {
        assertEquals(1, number("select @@global.time_zone = '+00:00'"));
        assertEquals(1, number("select @@global.collation_server = 'utf8mb4_nopad_bin'"));
        assertEquals(1, number("select @@global.innodb_flush_log_at_trx_commit"));
        assertEquals(0, number("select count(*) from information_schema.user_privileges where grantee like \"''%\""));
    }

    /** Takes so many connections at the same time, and tells how many answered. */
    private int requestsAtOnce(int count) throws SQLException {
        List<Connection> held = new ArrayList<>();
        int answered = 0;
        for (int index = 0; index < count; index++) {
            Connection connection = dataSource.getConnection();
            held.add(connection);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select 1")) {
                answered += row.next() ? 1 : 0;
            }
        }
        for (Connection connection : held) {
            connection.close();
        }
        return answered;
    }

    private int dropConnectionsOfTheService() throws SQLException {
        int dropped = 0;
        Properties credentials = new Properties();
        credentials.setProperty("user", user);
        credentials.setProperty("password", password);
        try (Connection own = new Driver().connect(url, credentials);
                Statement select = own.createStatement();
                Statement kill = own.createStatement();
                ResultSet connections = select.executeQuery("select id from information_schema.processlist"
                        + " where user = substring_index(current_user(), '@', 1) and id <> connection_id()"
                        + " order by id")) {
            while (connections.next()) {
                kill.execute("kill " + connections.getLong(1));
                dropped++;
            }
        }
        return dropped;
    }

    private long number(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertTrue(row.next());
            return row.getLong(1);
        }
    }

    private SQLException refusal(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement execution = connection.createStatement()) {
            assertFalse(connection.isClosed());
            return assertThrows(SQLException.class, () -> execution.execute(statement), statement);
        }
    }
}
