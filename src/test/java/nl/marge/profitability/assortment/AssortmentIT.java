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
        assertEquals("6.000000", answer.getString("items[0].demand.mean"));
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
                .body(containsString("VALUE,1,100.00,100.00,100.00,A,,,,,,,,"))
                .body(containsString("UNASSIGNED,,-30.00,-30.00,0.00,,,,,,,,,"));
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

    @Test
    void refusesItemsThatAreEmptyWithAndWithoutAxes() {
        HttpBooks books = HttpBooks.open();

        for (String query : List.of("&items=", "&items=&by=CUSTOMER")) {
            given().get(books.path() + "/assortment?from=2026-01&to=2026-03" + query)
                    .then()
                    .statusCode(400)
                    .body("violations.size()", equalTo(1))
                    .body("violations[0].parameter", equalTo("items"))
                    .body("violations[0].message", containsString("items is empty"));
        }
    }

    @Test
    void tellsQuantitiesOfMillionths() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A1", "C1", "2026-01-05", "100.00", "0.000001");

        JsonPath answer = get(books, QUARTER);

        assertEquals("0.000000", answer.getString("items[0].demand.mean"));
        assertEquals("0.000001", answer.getString("items[0].demand.deviation"));
        assertEquals("1.7321", answer.getString("items[0].demand.variation"));
        assertEquals("Z", answer.getString("items[0].xyz"));
        assertEquals("0.000001", answer.getString("items[0].suggestion.safetyStock"));
    }

    @Test
    void plannersOwnServiceLevelsReplaceThoseProposed() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A1", "C1", "2026-01-05", "100.00", "2");
        sale(books, "A2", "C1", "2026-02-05", "300.00", "6");
        sale(books, "A3", "C1", "2026-03-05", "500.00", "10");
        sale(books, "B1", "C2", "2026-02-05", "100.00", "30");

        JsonPath answer = get(books, QUARTER + "&serviceLevel=AY:99.5,A:90,B:85&leadTimeMonths=4");

        // 2.575829 x 4 x 2, and 6 x 4 more; 1.036433 x root of 300 x 2.
        assertEquals("99.5", answer.getString("items[0].suggestion.serviceLevel"));
        assertEquals("20.606632", answer.getString("items[0].suggestion.safetyStock"));
        assertEquals("44.606632", answer.getString("items[0].suggestion.reorderPoint"));
        assertEquals("85", answer.getString("items[1].suggestion.serviceLevel"));
        assertEquals(
                "AX:90,AY:99.5,AZ:90,BX:85,BY:85,BZ:85,CX:92,CY:88,CZ:80", answer.getString("limits.serviceLevels"));
        for (String wrong : List.of("A:49", "A:100", "D:90", "AX", "A:90.123", "A:90,A:91")) {
            given().get(books.path() + QUARTER + "&serviceLevel=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("violations.size()", equalTo(1))
                    .body("violations[0].parameter", equalTo("serviceLevel"));
        }
    }

    @Test
    void itemsMaySayLeadTimesOfTheirOwn() {
        HttpBooks books = HttpBooks.open();
        sale(books, "A1", "C1", "2026-01-05", "100.00", "1");
        sale(books, "B1", "C2", "2026-01-05", "50.00", "1");
        sale(books, "B2", "C2", "2026-02-05", "40.00", "1");
        attribute(books, "C1", "leadTime", "2.5");
        attribute(books, "C2", "spoilt", "soon");

        JsonPath answer = get(books, QUARTER + "&leadTimeAttribute=leadTime&leadTimeMonths=3&a=79.5");

        assertEquals(List.of("2.5", "3"), answer.getList("items.suggestion.leadTimeMonths"));
        assertEquals("leadTime", answer.getString("limits.leadTimeAttribute"));
        assertEquals("79.5", answer.getString("limits.a"));
        given().get(books.path() + QUARTER + "&leadTimeAttribute=leadtime")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("No value of CUSTOMER has an attribute \"leadtime\""));
        given().get(books.path() + QUARTER + "&leadTimeAttribute=spoilt")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("such as C2 (\"soon\")"));
    }

    private static void attribute(HttpBooks books, String customer, String name, String value) {
        given().contentType(ContentType.JSON)
                .body("{\"name\":\"" + customer + "\",\"attributes\":{\"" + name + "\":\"" + value + "\"}}")
                .put(books.path() + "/dimensions/CUSTOMER/values/" + customer)
                .then()
                .statusCode(200);
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
