package nl.marge.profitability.ranking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/** Rankings and the whale curve as a client asks for them. */
@QuarkusTest
class WhaleCurveIT {

    private static final String MARCH = "?from=2026-03&to=2026-03&by=CUSTOMER";

    @Test
    void picksTheTopThreeWays() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-03-05", "100.00", "20.00");
        sale(books, "B", "C2", "2026-03-05", "300.00", "290.00");

        JsonPath curve = get(books, "/whale-curve" + MARCH + "&measure=CM1&topPercent=50");

        assertEquals("90.00", curve.getString("total"));
        assertEquals("CM1", curve.getString("top.picks[0].by"));
        assertEquals("80.00", curve.getString("top.profit"));
        assertEquals("NET_REVENUE", curve.getString("top.picks[1].by"));
        assertEquals("10.00", curve.getString("top.picks[1].profit"));
        assertEquals(0, curve.getInt("top.picks[1].alsoBest"));
        assertEquals("0.00", curve.getString("reconciliation.difference"));
        assertEquals("0.2500", curve.getString("gini.value"));
    }

    @Test
    void whoPicksByRevenueDoesNotPickByProfitAmongEqualOnes() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-03-05", "100.00", "150.00");
        sale(books, "B", "C2", "2026-03-05", "100.00", "10.00");

        JsonPath curve = get(books, "/whale-curve" + MARCH + "&measure=CM1&topPercent=50");

        assertEquals("90.00", curve.getString("top.picks[0].profit"));
        assertEquals("-50.00", curve.getString("top.picks[1].profit"));
        assertEquals(0, curve.getInt("top.picks[1].alsoBest"));
        assertEquals(1, curve.getInt("top.picks[1].lossMakers"));
    }

    @Test
    void tellsWhoIsRankedNoMore() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-02-05", "100.00", "30.00");
        sale(books, "B", "C2", "2026-03-05", "100.00", "10.00");

        JsonPath ranking = get(books, "/profitability" + MARCH + "&measure=CM1&compare=PREVIOUS_PERIOD");

        assertEquals(List.of("C1"), ranking.getList("compare.goneRows.key.CUSTOMER"));
        assertEquals(1, ranking.getInt("compare.goneRows[0].before.rank"));
        assertEquals("70.00", ranking.getString("compare.goneRows[0].before.value"));
        given().get(books.path() + "/profitability" + MARCH + "&measure=CM1&compare=PREVIOUS_PERIOD&format=csv")
                .then()
                .statusCode(200)
                .body(containsString("C1,VALUE,,,,,,,,,1,70.00,"));
    }

    @Test
    void tellsNoPercentageOfALossAndNoGiniOfNegativeRevenue() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-03-05", "-10.00", "20.00");

        JsonPath curve = get(books, "/whale-curve" + MARCH);

        assertEquals("-30.00", curve.getString("total"));
        assertEquals(0, curve.getInt("peak.rank"));
        assertEquals("0.00", curve.getString("peak.value"));
        assertNull(curve.getString("peak.percent"));
        assertEquals(1, curve.getInt("losses.count"));
        assertNull(curve.getString("gini.value"));
        assertEquals("NEGATIVE_NET_REVENUE", curve.getString("gini.missing"));
    }

    @Test
    void answersForNobodyWhereNobodyIs() {
        HttpBooks books = HttpBooks.open();

        JsonPath curve = get(books, "/whale-curve" + MARCH);
        JsonPath ranking = get(books, "/profitability" + MARCH);

        assertEquals(0, curve.getInt("rows"));
        assertEquals(1, curve.getList("points").size());
        assertEquals("NO_NET_REVENUE", curve.getString("gini.missing"));
        assertEquals(0, curve.getInt("top.count"));
        assertEquals(List.of(), ranking.getList("rows"));
        assertEquals(List.of(), ranking.getList("deciles"));
    }

    @Test
    void comparesRanksWithThoseOfThePeriodBefore() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-02-05", "100.00", "20.00");
        sale(books, "B", "C2", "2026-02-05", "50.00", "20.00");
        sale(books, "C", "C1", "2026-03-05", "10.00", "0.00");
        sale(books, "D", "C2", "2026-03-05", "50.00", "20.00");

        JsonPath ranking = get(books, "/profitability" + MARCH + "&compare=PREVIOUS_PERIOD");

        assertEquals("C2", ranking.getString("rows[0].key.CUSTOMER"));
        assertEquals(2, ranking.getInt("rows[0].before.rank"));
        assertEquals(1, ranking.getInt("rows[0].before.moved"));
        assertEquals(-1, ranking.getInt("rows[1].before.moved"));
        assertEquals("80.00", ranking.getString("rows[1].before.value"));
        assertEquals(0, ranking.getInt("compare.gone"));
        assertEquals("2026-02", ranking.getString("compare.from"));
    }

    @Test
    void drillsFromARankedRowToItsLines() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-03-05", "100.00", "20.00");

        String drill = get(books, "/profitability" + MARCH).getString("rows[0].drill");

        given().urlEncodingEnabled(false)
                .get(drill + "&line=CM4")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2));
    }

    @Test
    void refusesWithEverythingThatIsWrong() {
        HttpBooks books = HttpBooks.open();

        given().get(books.path() + "/whale-curve?from=2026-03&to=2026-03&measure=CM9&points=1&topPercent=0")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(4))
                .body("violations.message", org.hamcrest.Matchers.hasItem(containsString("by is missing")))
                .body(
                        "violations.message",
                        org.hamcrest.Matchers.hasItem(containsString("Parameter measure is \"CM9\"")));
        given().get(books.path() + "/profitability" + MARCH + "&sort=-CM4")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("measure or -measure"));
    }

    @Test
    void answersAKnownTagWithNothing() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A", "C1", "2026-03-05", "100.00", "20.00");
        String url = books.path() + "/whale-curve" + MARCH;

        String tag = given().get(url).header("ETag");

        given().header("If-None-Match", tag).get(url).then().statusCode(304);
        given().header("If-None-Match", tag).get(url + "&points=7").then().statusCode(200);
    }

    private static void sale(HttpBooks books, String id, String customer, String date, String revenue, String cost) {
        given().contentType(ContentType.JSON)
                .body("{\"externalId\":\"" + id + "\",\"kind\":\"COST\",\"postingDate\":\"" + date
                        + "\",\"dimensions\":{\"CUSTOMER\":\"" + customer
                        + "\"},\"lines\":[{\"account\":\"8000\",\"amount\":\"" + opposite(revenue)
                        + "\"},{\"account\":\"7000\",\"amount\":\"" + cost + "\"}]}")
                .post(books.entries())
                .then()
                .statusCode(201);
    }

    private static String opposite(String amount) {
        return new java.math.BigDecimal(amount).negate().toPlainString();
    }

    private static JsonPath get(HttpBooks books, String query) {
        return given().get(books.path() + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
