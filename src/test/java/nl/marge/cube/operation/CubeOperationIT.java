package nl.marge.cube.operation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;
import nl.marge.platform.Database;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SqlBooks;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CubeOperationIT {

    @Inject
    SqlBooks sql;

    @Inject
    Database database;

    @Test
    void tellsReportsOfALargeLedgerThatItIsBeingReadAndThenAnswersThem() {
        SeededBooks books = new SeededBooks(7001, 1);
        sql.open(books);
        layDownManyLines(books);
        String report = path(books, "profit-and-loss") + "?from=2025-01&to=2025-12";

        given().get(report)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("busy"))
                .body("detail", containsString("of 210000 lines"));

        Response answer = given().get(report);
        for (int i = 0; i < 600 && answer.statusCode() == 503; i++) {
            LockSupport.parkNanos(100_000_000);
            answer = given().get(report);
        }
        assertEquals(200, answer.statusCode());
        assertEquals("-2100000.00", answer.jsonPath().getString("reconciliation.ledger"));
        given().get(path(books, "cube-check"))
                .then()
                .statusCode(200)
                .body("equal", equalTo(true))
                .body("linesInMemory", equalTo(210_000));
    }

    @Test
    void comparesMemoryWithTheDatabase() {
        SeededBooks books = new SeededBooks(7002, 150);
        sql.open(books);
        sql.publish(books, 1, 150, 10);
        int lines =
                books.entries().stream().mapToInt(entry -> entry.lines().size()).sum();

        given().get(path(books, "cube-check"))
                .then()
                .statusCode(200)
                .body("number", equalTo(150))
                .body("linesInMemory", equalTo(lines))
                .body("linesInLedger", equalTo(lines))
                .body("equal", equalTo(true));
    }

    @Test
    void isReadyWhenTheLedgersOfTheStartAreInMemory() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("ledger in memory"));
    }

    /** 21 entries of 10,000 lines over 10.00 each on the first expense account. */
    private void layDownManyLines(SeededBooks books) {
        int company = books.company().id();
        int account = books.accounts().stream()
                .filter(each -> each.type() == nl.marge.ledger.AccountType.EXPENSE)
                .findFirst()
                .orElseThrow()
                .id();
        database.inTransaction(handle -> {
            PreparedBatch headers = handle.prepareBatch("""
                    insert into journal_entry
                      (batch_id, ordinal, company_id, source, external_id, external_key, content_hash, kind, scenario,
                       posting_date, currency, line_count, lines_through)
                    values (?, ?, ?, 'SEED', ?, ?, unhex(sha2('', 256)), 'COST', 'ACTUAL', '2025-06-15', 'EUR', 10000, ?)
                    """);
            PreparedBatch lines = handle.prepareBatch("""
                    insert into ledger_line
                      (batch_id, entry_ordinal, line_number, account_id, dimension_set_id, amount)
                    values (?, ?, ?, ?, 1, 10)
                    """);
            for (int entry = 0; entry < 21; entry++) {
                headers.add(company, entry, company, "E-" + entry, entry, (entry + 1) * 10_000);
                for (int line = 1; line <= 10_000; line++) {
                    lines.add(company, entry, line, account);
                }
            }
            headers.execute();
            lines.execute();
            handle.execute("""
                    insert into posting_batch
                      (batch_id, company_id, first_number, entry_count, lines_through, recorded_at)
                    values (?, ?, 1, 21, 210000, '2026-11-01 12:00:00')
                    """, company, company);
            return handle.execute(
                    "update company_counter set last_number = 21, lines_through = 210000 where company_id = ?",
                    company);
        });
    }

    private static String path(SeededBooks books, String resource) {
        return "/api/v1/companies/" + books.company().code() + "/" + resource;
    }
}
