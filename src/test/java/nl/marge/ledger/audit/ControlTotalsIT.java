package nl.marge.ledger.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ControlTotalsIT {

    @Test
    void showsWhatIsStillMissingOfAFeedUntilItHasArrived() {
        HttpBooks books = HttpBooks.open();
        post(books, HttpBooks.sale("S-1", "100.00"));

        announce(books, "API", "2026-03", "2", "4", "350.00", 201)
                .body("complete", equalTo(false))
                .body("arrived.entries", equalTo(1))
                .body("arrived.lines", equalTo(2))
                .body("arrived.debit", equalTo("100.00"))
                .body("difference.entries", equalTo(1))
                .body("difference.lines", equalTo(2))
                .body("difference.debit", equalTo("250.00"))
                .body("difference.credit", equalTo("250.00"));

        post(books, HttpBooks.sale("S-2", "250.00"));

        given().get(books.path() + "/control-totals/API/2026-03")
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("difference.debit", equalTo("0.00"));
        given().get(books.path() + "/profit-and-loss?from=2026-01&to=2026-12&by=SEGMENT")
                .then()
                .statusCode(200)
                .body("reconciliation.controlTotals", hasSize(1))
                .body("reconciliation.controlTotals[0].arrived.lines", equalTo(4))
                .body("reconciliation.controlTotals[0].complete", equalTo(true));
    }

    @Test
    void keepsFeedsApartBySourcePeriodAndScenario() {
        HttpBooks books = HttpBooks.open();
        post(books, HttpBooks.sale("S-1", "100.00"));
        post(books, sale("S-1", "SHOP", "ACTUAL", "2026-03-31"));
        post(books, sale("S-2", "API", "BUDGET", "2026-03-31"));
        post(books, sale("S-3", "API", "ACTUAL", "2026-04-01"));
        announce(books, "SHOP", "2026-03", "1", "2", "7.00", 201).body("complete", equalTo(true));
        announce(books, "API", "2026-03", "1", "2", "100.00", 201).body("complete", equalTo(true));
        announce(books, "API", "2026-04", "1", "2", "7.00", 201).body("complete", equalTo(true));
        announce(books, "API", "2026-03", "1", "2", "7.00", 200).body("complete", equalTo(false));

        given().get(books.path() + "/control-totals?from=2026-01&to=2026-12")
                .then()
                .statusCode(200)
                .body("items.source", contains("API", "API", "SHOP"))
                .body("items.period", contains("2026-03", "2026-04", "2026-03"))
                .body("items.complete", contains(false, true, true));
        given().get(books.path() + "/control-totals?from=2026-03-02&to=2026-03-31")
                .then()
                .body("items", hasSize(0));
        given().get(books.path() + "/control-totals/API/2026-03?scenario=BUDGET")
                .then()
                .statusCode(404);
    }

    @Test
    void countsWhatTheSourceSentAndNotWhatMargeAdds() {
        HttpBooks books = HttpBooks.open();
        books.put("/currency-settings", "{\"exchangeDifferenceAccount\":\"7000\"}");
        post(books, """
                {"externalId":"USD-1","postingDate":"2026-03-31","currency":"USD","lines":[
                 {"account":"1300","amount":"100.00","companyAmount":"92.00"},
                 {"account":"1500","amount":"-100.00","companyAmount":"-91.00"}]}""");

        given().contentType(ContentType.JSON)
                .body("{\"entries\":1,\"lines\":2,\"debit\":\"92\",\"credit\":\"91\"}")
                .put(books.path() + "/control-totals/API/2026-03")
                .then()
                .statusCode(201)
                .body("arrived.lines", equalTo(2))
                .body("arrived.debit", equalTo("92.00"))
                .body("arrived.credit", equalTo("91.00"))
                .body("complete", equalTo(true));
    }

    @Test
    void takesCountsAsLargeAsTheContractSays() {
        HttpBooks books = HttpBooks.open();
        String most = Long.toString(Long.MAX_VALUE);

        announce(books, "API", "2026-03", most, "2147483648", "1", 201)
                .body("announced.entries", equalTo(Long.MAX_VALUE))
                .body("difference.lines", equalTo(2_147_483_648L));
        announce(books, "API", "2026-04", most + "0", "1", "1", 400).body("violations.code", contains("type_wrong"));
        announce(books, "API", "2026-04", "-3000000000", "1", "1", 422)
                .body("violations[0].message", startsWith("entries is -3000000000."));
    }

    @Test
    void refusesWhatIsNoTotalWithAllThatIsWrong() {
        HttpBooks books = HttpBooks.open();

        given().contentType(ContentType.JSON)
                .body("{\"entries\":-1,\"debit\":\"1e3\",\"credit\":\"-5\"}")
                .put(books.path() + "/control-totals/API/2026-03")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/lines", "/entries", "/debit", "/credit"))
                .body("violations.code", contains("value_missing", "value_invalid", "value_invalid", "value_invalid"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .put(books.path() + "/control-totals/API/2026-13")
                .then()
                .statusCode(422)
                .body("violations[0].message", startsWith("Period \"2026-13\" is no fiscal period."));
        given().get(books.path() + "/control-totals/API/2026-13").then().statusCode(404);
    }

    private static ValidatableResponse announce(
            HttpBooks books, String source, String period, String entries, String lines, String debit, int status) {
        return given().contentType(ContentType.JSON)
                .body("{\"entries\":" + entries + ",\"lines\":" + lines + ",\"debit\":\"" + debit + "\",\"credit\":\""
                        + debit + "\"}")
                .put(books.path() + "/control-totals/" + source + "/" + period)
                .then()
                .statusCode(status);
    }

    private static String sale(String externalId, String source, String scenario, String date) {
        return "{\"externalId\":\"" + externalId + "\",\"source\":\"" + source + "\",\"scenario\":\"" + scenario
                + "\",\"postingDate\":\"" + date + "\",\"lines\":[{\"account\":\"1300\",\"debit\":\"7\"},"
                + "{\"account\":\"8000\",\"credit\":\"7\"}]}";
    }

    private static void post(HttpBooks books, String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(books.entries())
                .then()
                .statusCode(201);
    }
}
