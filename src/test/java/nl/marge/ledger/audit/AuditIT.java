package nl.marge.ledger.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import nl.marge.company.Companies;
import nl.marge.ledger.HttpBooks;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditIT {

    private static final String NO_UPDATE = """
            create trigger ledger_line_no_update before update on ledger_line for each row
              signal sqlstate '45000' set message_text = 'ledger_line is append only'
            """;

    @Inject
    Companies companies;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void findsALedgerIntactWhateverWasPosted() {
        HttpBooks books = threeSales();
        String reversed = given().get(books.entries() + "?externalId=S-1").path("items[0].id");
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(books.entries() + "/" + reversed + "/reversal")
                .then()
                .statusCode(201);
        post(books, longBatch());

        verification(books)
                .body("intact", equalTo(true))
                .body("throughNumber", equalTo(1_254))
                .body("lines", equalTo(8 + 25_000))
                .body("unsealed", equalTo(0))
                .body("broken", hasSize(0));
        given().get(books.path() + "/audit/seals?limit=2")
                .then()
                .statusCode(200)
                .body("items.firstNumber", contains(1, 2))
                .body("items[0].seal.length()", equalTo(64));
    }

    @Test
    void tellsWhichBatchHasALineTooMany() throws SQLException {
        HttpBooks books = threeSales();

        asOwner("""
                insert into ledger_line
                  (batch_id, entry_ordinal, line_number, account_id, dimension_set_id, amount)
                select batch_id, 0, 3, 1, 1, 0
                from posting_batch
                where company_id = ? and first_number = 2
                """, books);

        verification(books)
                .body("intact", equalTo(false))
                .body("broken", hasSize(1))
                .body("broken[0].firstNumber", equalTo(2))
                .body("broken[0].reason", equalTo("it has 3 lines, posted were 2"));
    }

    @Test
    void tellsWhichBatchWasAlteredThoughItStillBalances() throws SQLException {
        HttpBooks books = threeSales();

        asOwner("drop trigger ledger_line_no_update", books);
        try {
            asOwner("""
                    update ledger_line
                    set amount = amount * 2
                    where batch_id = (select batch_id from posting_batch where company_id = ? and first_number = 2)
                    """, books);
        } finally {
            asOwner(NO_UPDATE, books);
            // The server refuses statements that were prepared before a trigger came or went.
            dataSource.flush(AgroalDataSource.FlushMode.ALL);
        }

        verification(books)
                .body("intact", equalTo(false))
                .body("broken", hasSize(1))
                .body("broken[0].firstNumber", equalTo(2))
                .body("broken[0].reason", containsString("is not what was sealed"));
    }

    private static HttpBooks threeSales() {
        HttpBooks books = HttpBooks.open();
        post(books, HttpBooks.sale("S-1", "100.00"));
        post(books, HttpBooks.sale("S-2", "200.00"));
        post(books, HttpBooks.sale("S-3", "300.00"));
        return books;
    }

    /** 1,250 entries of 20 lines: more than goes down in one transaction. */
    private static String longBatch() {
        StringBuilder batch = new StringBuilder();
        for (int entry = 0; entry < 1_250; entry++) {
            batch.append("{\"externalId\":\"L-").append(entry);
            batch.append("\",\"kind\":\"COST\",\"postingDate\":\"2026-03-31\",\"lines\":[");
            for (int line = 0; line < 20; line++) {
                batch.append(line == 0 ? "" : ",")
                        .append("{\"account\":\"7000\",\"amount\":\"")
                        .append(line);
                batch.append("\",\"text\":\"part ").append(line).append("\"}");
            }
            batch.append("]}\n");
        }
        return batch.toString();
    }

    private static void post(HttpBooks books, String body) {
        boolean batch = body.endsWith("\n");
        given().contentType(batch ? "application/x-ndjson" : "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + (batch ? "/batch" : ""))
                .then()
                .statusCode(batch ? 200 : 201);
    }

    private static ValidatableResponse verification(HttpBooks books) {
        return given().get(books.path() + "/audit/verification").then().statusCode(200);
    }

    /** Runs one statement as who owns the tables; a question mark stands for the company. */
    private void asOwner(String sql, HttpBooks books) throws SQLException {
        String code = books.path().substring(books.path().lastIndexOf('/') + 1);
        try (Connection connection = owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (sql.contains("?")) {
                statement.setInt(1, companies.require(code).id());
            }
            statement.execute();
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                config("quarkus.datasource.jdbc.url"),
                config("quarkus.flyway.username"),
                config("quarkus.flyway.password"));
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
