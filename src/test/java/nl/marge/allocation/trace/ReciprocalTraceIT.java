package nl.marge.allocation.trace;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import nl.marge.allocation.run.AllocatedBooks;
import org.junit.jupiter.api.Test;

/** IT and HR of docs/spec-allocation.md, which serve each other, traced. */
@QuarkusTest
class ReciprocalTraceIT {

    @Test
    void tellsWhatPassesBetweenThePoolsOfAGroupThoughNoneOfItIsPosted() {
        AllocatedBooks books = staff();

        String run = books.posted("STAFF");

        books.get("/allocation-runs/" + run + "/trace?receiver=pool:HR")
                .statusCode(200)
                .body("total", equalTo("0.00"))
                .body("group.from", contains("IT"))
                .body("group.exact", contains("11428.571429"))
                .body("explanation", hasItem(containsString("reciprocal group G are solved together")))
                .body(
                        "explanation",
                        hasItem("Pool IT passed 11428.571429 to pool HR: 10 of 100 of the 114285.714286 that"
                                + " passed through it."));
        books.get("/allocation-runs/" + run + "/pools/HR/trace")
                .body("group.to", contains("IT"))
                .body("group.through", contains("71428.571429"))
                .body("group.exact", contains("14285.714286"))
                .body("receivers.receiver", contains("SEGMENT:KEY", "SEGMENT:MKB"));
    }

    @Test
    void explainsAShareByAllThatPassedThroughThePool() {
        AllocatedBooks books = staff();

        String run = books.posted("STAFF");

        books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:KEY")
                .body("group", empty())
                .body("steps[0].from.exact", contains("14285.714286"))
                .body("steps[0].from.amount", contains("14285.71"))
                .body(
                        "explanation[1]",
                        equalTo("Rule IT (RECIPROCAL) brought 40816.33 on account 4600 by IT_USE: 40 of 100"
                                + " (40.00 %); pool IT had 100000.00 of its own (100000.00 on 4600) and received 14285.714286"
                                + " from pool HR, so 114285.714286 passed through it on all accounts, of which the share is"
                                + " told."));
    }

    private static AllocatedBooks staff() {
        AllocatedBooks books = AllocatedBooks.open();
        books.put("/accounts", """
                [{"code":"4600","name":"IT","type":"EXPENSE","statementLine":"OVERHEAD"},
                 {"code":"4700","name":"HR","type":"EXPENSE","statementLine":"OVERHEAD"}]""");
        books.put("/cost-pools/IT", "{\"name\":\"IT\",\"accounts\":[\"4600\"]}");
        books.put("/cost-pools/HR", "{\"name\":\"HR\",\"accounts\":[\"4700\"]}");
        driver(books, "IT_USE", "HR", "10");
        books.quantities("IT_USE", "KEY", "40", "MKB", "50");
        driver(books, "HR_USE", "IT", "20");
        books.quantities("HR_USE", "KEY", "30", "MKB", "50");
        books.cycle("STAFF", rule("IT", 10) + "," + rule("HR", 20));
        books.post("/journal-entries", """
                        {"externalId":"STAFF","postingDate":"2026-03-10",
                         "lines":[{"account":"4600","amount":"100000.00"},{"account":"4700","amount":"60000.00"},
                                  {"account":"1500","credit":"160000.00"}]}""").statusCode(201);
        return books;
    }

    private static void driver(AllocatedBooks books, String code, String pool, String quantity) {
        books.put(
                "/drivers/" + code,
                "{\"name\":\"" + code + "\",\"unit\":\"UNIT\",\"source\":\"UPLOADED\",\"receivers\":[\"SEGMENT\"]}");
        books.put("/drivers/" + code + "/quantities", """
                [{"period":"2026-03","receiver":{"pool":"%s"},"quantity":"%s"}]""".formatted(pool, quantity));
    }

    private static String rule(String code, int order) {
        return """
                {"code":"%s","order":%d,"pool":"%s","method":"RECIPROCAL","group":"G","driver":"%s_USE"}""".formatted(code, order, code, code);
    }
}
