package nl.marge.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** The demo loads over HTTP, and loading again changes nothing. */
@QuarkusTest
class DemoResourceIT {

    private static final String DEMO = "/api/v1/companies/DEMO";
    private static final int ENTRIES = DemoBooks.books().entries().size();

    @Test
    void loadsOnceAndThenChangesNothing() {
        load();
        String watermark = watermark();

        load().body("companies.company", contains("DEMO", "ORACLE"))
                .body("companies.posted", contains(0, 0))
                .body("companies.unchanged", contains(ENTRIES, 9));

        given().get(DEMO + "/accounts").then().body("items.size()", equalTo(26));
        assertEquals(watermark, watermark());
    }

    @Test
    void mistakeIsPutRight() {
        load();

        given().queryParam("source", BooksLoader.SOURCE)
                .queryParam("externalId", DemoSales.MISTAKE)
                .get(DEMO + "/journal-entries")
                .then()
                .statusCode(200)
                .body("items[0].reversedBy", notNullValue());
    }

    @Test
    void leavesTheBooksOfAnotherCompanyOfThatNameAlone() {
        load();
        name("Oracle of somebody else");
        try {
            given().post("/api/v1/demo")
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("Company ORACLE exists and is \"Oracle of somebody else\""));
        } finally {
            name("Worked example A0");
        }
    }

    private static void name(String name) {
        given().contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"currency\":\"EUR\",\"timeZone\":\"Europe/Amsterdam\"}")
                .put("/api/v1/companies/ORACLE")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse load() {
        return given().post("/api/v1/demo").then().statusCode(200);
    }

    private static String watermark() {
        return given().contentType("application/json")
                .body("{\"entries\":[]}")
                .post(DEMO + "/journal-entries/batch")
                .then()
                .extract()
                .path("watermark");
    }
}
