package nl.marge.profitability.alert;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/** Margins that crossed a threshold, as a client asks for them. */
@QuarkusTest
class MarginAlertsIT {

    private static final String MARCH = "/margin-alerts?from=2026-03&to=2026-03&by=CUSTOMER";

    @Test
    void tellsWhoFellBelowAndWhoRoseAboveAndByWhat() {
        HttpBooks books = HttpBooks.open();
        // C1 from 50 % to 10 %; C2 from 0 % to 50 %.
        sale(books, "A", "C1", "2026-02-05", "100.00", "50.00");
        sale(books, "B", "C1", "2026-03-05", "100.00", "90.00");
        sale(books, "C", "C2", "2026-02-05", "100.00", "100.00");
        sale(books, "D", "C2", "2026-03-05", "200.00", "100.00");

        JsonPath answer = get(books, MARCH + "&measure=CM1&percent=20");

        assertEquals(List.of("BELOW", "ABOVE"), answer.getList("alerts.crossed"));
        assertEquals("50.00", answer.getString("alerts[0].before.percentOfNetRevenue"));
        assertEquals("10.00", answer.getString("alerts[0].now.percentOfNetRevenue"));
        assertEquals("-40.00", answer.getString("alerts[0].difference"));
        assertEquals(List.of("COGS"), answer.getList("alerts[0].changes.line"));
        assertEquals("40.00", answer.getString("alerts[0].changes[0].difference"));
        assertNull(answer.getString("bridgeMissing"));
        assertEquals(List.of("UNMEASURED"), answer.getList("alerts[0].steps.step"));
        assertEquals("-40.00", answer.getString("alerts[0].steps[0].amount"));
        assertEquals(List.of("GROSS_REVENUE"), answer.getList("alerts[1].changes.line"));
        assertEquals("PREVIOUS_PERIOD", answer.getString("compare.with"));
        assertEquals("2026-02", answer.getString("compare.from"));
        assertEquals("0.00", answer.getString("reconciliation.difference"));
    }

    @Test
    void marginOfExactlyTheThresholdIsNotBelow() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-02-05", "100.00", "70.00");
        sale(books, "B", "C1", "2026-03-05", "100.00", "80.00");

        assertEquals(List.of(), get(books, MARCH + "&measure=CM1&percent=20").getList("alerts"));
        assertEquals(
                1,
                get(books, MARCH + "&measure=CM1&percent=20.01")
                        .getList("alerts")
                        .size());
        assertEquals(List.of(), get(books, MARCH + "&measure=CM1&amount=20").getList("alerts"));
        assertEquals(
                1,
                get(books, MARCH + "&measure=CM1&amount=20.01")
                        .getList("alerts")
                        .size());
    }

    @Test
    void whoWasNotThereOrIsGoneCountsAsZero() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-02-05", "100.00", "70.00");
        sale(books, "B", "C2", "2026-03-05", "100.00", "120.00");

        JsonPath answer = get(books, MARCH + "&measure=CM1&amount=0.01");
        JsonPath losses = get(books, MARCH + "&measure=CM1&amount=0");

        assertEquals("C1", answer.getString("alerts[0].key.CUSTOMER"));
        assertNull(answer.getString("alerts[0].now"));
        assertNull(answer.getString("alerts[0].drill"));
        assertEquals(List.of("C2"), losses.getList("alerts.key.CUSTOMER"));
        assertNull(losses.getString("alerts[0].before"));
        given().get(books.path() + MARCH + "&measure=CM1&amount=0&format=csv")
                .then()
                .statusCode(200)
                .body(containsString("VALUE,BELOW,NEW,,,,-20.00,100.00,-20.00,-20.00,100.00,0.00,120.00"));
    }

    @Test
    void tellsTheLargestChangesFirstAndCountsAll() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-02-05", "100.00", "102.00");
        sale(books, "B", "C2", "2026-03-05", "100.00", "190.00");

        JsonPath answer = get(books, MARCH + "&measure=CM1&amount=0&sort=-difference&limit=1");

        assertEquals(List.of("C2"), answer.getList("alerts.key.CUSTOMER"));
        assertEquals(List.of("NEW"), answer.getList("alerts.presence"));
        assertEquals(2, answer.getInt("counts.all"));
        assertEquals(1, answer.getInt("counts.below"));
        assertEquals(1, answer.getInt("counts.above"));
        assertEquals(1, answer.getInt("counts.rowsNew"));
        assertEquals(1, answer.getInt("counts.rowsGone"));
    }

    @Test
    void explainsByTheStepsOfTheBridge() {
        HttpBooks books = HttpBooks.open();
        measured(books, "2026-02-05", "10", "100.00", "50.00");
        measured(books, "2026-03-05", "10", "90.00", "75.00");

        JsonPath answer = get(books, MARCH + "&measure=CM1&amount=20");

        assertEquals(List.of("PRICE", "PURCHASE_COST"), answer.getList("alerts[0].steps.step"));
        assertEquals(List.of("-10.00", "-25.00"), answer.getList("alerts[0].steps.amount"));
        assertEquals("-35.00", answer.getString("alerts[0].difference"));
    }

    @Test
    void saysWhyThereIsNoBridge() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-03-05", "100.00", "70.00");

        JsonPath answer = get(books, MARCH + "&measure=NET_REVENUE&amount=1");

        assertEquals(
                "A bridge leads to a line of the statement that contains CM1, and NET_REVENUE does not.",
                answer.getString("bridgeMissing"));
        assertEquals(List.of(), answer.getList("alerts[0].steps"));
    }

    @Test
    void tellsNoPercentageOfNegativeRevenue() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-03-05", "-100.00", "-50.00");

        JsonPath answer = get(books, MARCH + "&measure=CM1&percent=10");

        assertEquals("BELOW", answer.getString("alerts[0].crossed"));
        assertEquals("-50.00", answer.getString("alerts[0].now.value"));
        assertNull(answer.getString("alerts[0].now.percentOfNetRevenue"));
    }

    @Test
    void refusesWithEverythingThatIsWrong() {
        HttpBooks books = HttpBooks.open();

        given().get(books.path() + "/margin-alerts?from=2026-03&to=2026-03&amount=1&percent=2")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(2))
                .body("violations.message", org.hamcrest.Matchers.hasItem(containsString("Give one of them")));
        given().get(books.path() + MARCH).then().statusCode(400);
        given().get(books.path() + MARCH + "&amount=0.001").then().statusCode(400);
        given().get(books.path() + MARCH + "&percent=NaN").then().statusCode(400);
        given().get(books.path() + MARCH + "&amount=0&measure=COGS&compare=SCENARIO:ACTUAL&sort=value&limit=0")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(4))
                .body("violations.message", org.hamcrest.Matchers.hasItem(containsString("a margin or revenue of")));
    }

    private static void sale(HttpBooks books, String id, String customer, String date, String revenue, String cost) {
        given().contentType(ContentType.JSON)
                .body("{\"externalId\":\"" + id + "\",\"kind\":\"COST\",\"postingDate\":\"" + date
                        + "\",\"dimensions\":{\"CUSTOMER\":\"" + customer
                        + "\"},\"lines\":[{\"account\":\"8000\",\"amount\":\""
                        + new BigDecimal(revenue).negate() + "\"},{\"account\":\"7000\",\"amount\":\"" + cost + "\"}]}")
                .post(books.entries())
                .then()
                .statusCode(201);
    }

    private static void measured(HttpBooks books, String date, String quantity, String revenue, String cost) {
        given().contentType(ContentType.JSON)
                .body("{\"externalId\":\"" + date + "\",\"kind\":\"COST\",\"postingDate\":\"" + date
                        + "\",\"dimensions\":{\"CUSTOMER\":\"C1\"},\"lines\":[{\"account\":\"8000\",\"amount\":\"-"
                        + revenue
                        + "\",\"quantity\":\"" + quantity + "\"},{\"account\":\"7000\",\"amount\":\"" + cost + "\"}]}")
                .post(books.entries())
                .then()
                .statusCode(201);
    }

    private static JsonPath get(HttpBooks books, String query) {
        return given().get(books.path() + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
