package nl.marge.profitability.assortment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/** Classes of items as a client asks for them; items here are customers, whom every book has. */
@QuarkusTest
class AssortmentIT {

    private static final String QUARTER = "/assortment?from=2026-01&to=2026-03&items=CUSTOMER";

    @Test
    void classifiesByMarginAndByDemand() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A1", "C1", "2026-01-05", "100.00", "2");
        sale(books, "A2", "C1", "2026-02-05", "300.00", "6");
        sale(books, "A3", "C1", "2026-03-05", "500.00", "10");
        sale(books, "B1", "C2", "2026-02-05", "100.00", "30");

        JsonPath answer = get(books, QUARTER);

        assertEquals("C1", answer.getString("items[0].key.CUSTOMER"));
        assertEquals("A", answer.getString("items[0].abc"));
        assertEquals("Y", answer.getString("items[0].xyz"));
        assertEquals("6.0000", answer.getString("items[0].demand.mean"));
        assertEquals("0.6667", answer.getString("items[0].demand.variation"));
        assertEquals("97", answer.getString("items[0].suggestion.serviceLevel"));
        assertEquals("B", answer.getString("items[1].abc"));
        assertEquals("Z", answer.getString("items[1].xyz"));
        assertEquals(List.of("A", "B"), answer.getList("matrix.abc"));
        assertEquals("1000.00", answer.getString("total"));
        assertEquals("1000.00", answer.getString("company"));
        assertEquals("0.00", answer.getString("reconciliation.difference"));
    }

    @Test
    void itemsWithoutQuantityHaveNoDemandAndCostOfNobodyStandsApart() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A1", "C1", "2026-01-05", "100.00", "0");
        given().contentType(ContentType.JSON)
                .body("{\"externalId\":\"X\",\"kind\":\"COST\",\"postingDate\":\"2026-01-09\",\"lines\":["
                        + "{\"account\":\"7000\",\"amount\":\"30.00\"}]}")
                .post(books.entries())
                .then()
                .statusCode(201);

        JsonPath answer = get(books, QUARTER);

        assertNull(answer.getString("items[0].xyz"));
        assertNull(answer.getString("items[0].demand"));
        assertNull(answer.getString("items[0].suggestion"));
        assertEquals("-30.00", answer.getString("others[0].value"));
        assertEquals("UNASSIGNED", answer.getString("others[0].kind"));
        assertEquals("70.00", answer.getString("company"));
        given().get(books.path() + QUARTER + "&format=csv")
                .then()
                .statusCode(200)
                .body(containsString("VALUE,1,100.00,100.00,100.00,A,,,,,,,"))
                .body(containsString("UNASSIGNED,,-30.00,-30.00,0.00,,,,,,,,"));
    }

    @Test
    void hasClassesOfItsOwnInEachSegment() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A1", "C1", "2026-01-05", "100.00", "2");
        sale(books, "B1", "C2", "2026-02-05", "1.00", "1");

        JsonPath answer = get(books, QUARTER + "&by=SEGMENT");

        assertEquals(List.of("A", "A"), answer.getList("items.abc"));
        assertEquals(List.of(1, 1), answer.getList("items.rank"));
        assertEquals(List.of("SEGMENT", "CUSTOMER"), answer.getList("by"));
    }

    @Test
    void refusesWithEverythingThatIsWrong() {
        HttpBooks books = HttpBooks.open();

        given().get(books.path()
                        + "/assortment?from=2026-01&to=2026-02&items=CUSTOMER&a=90&b=80&x=2&y=1&leadTimeMonths=0")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(4))
                .body("violations.message", hasItem(containsString("not at least 3 whole months")))
                .body("violations.message", hasItem(containsString("Give b at least a")))
                .body("violations.message", hasItem(containsString("Give y at least x")));
        given().get(books.path() + "/assortment?from=2026-01&to=2026-03&items=NONE")
                .then()
                .statusCode(400)
                .body("violations.message", hasItem(containsString("in items is unknown")));
        given().get(books.path() + QUARTER + "&by=CUSTOMER").then().statusCode(400);
    }

    private static void sale(
            HttpBooks books, String id, String customer, String date, String revenue, String quantity) {
        given().contentType(ContentType.JSON)
                .body("{\"externalId\":\"" + id + "\",\"kind\":\"COST\",\"postingDate\":\"" + date
                        + "\",\"dimensions\":{\"CUSTOMER\":\"" + customer
                        + "\"},\"lines\":[{\"account\":\"8000\",\"amount\":\"-" + revenue + "\",\"quantity\":\""
                        + quantity + "\"}]}")
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
