package nl.marge.ledger.source;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source that is accepted as unassigned, over HTTP: nothing is refused for its dimensions, and everything is told. */
@QuarkusTest
class UnassignedIT {

    private HttpBooks books;

    @BeforeEach
    void openBooks() {
        books = HttpBooks.open();
        books.put("/sources/SHOP", "{\"mode\":\"ACCEPT_AS_UNASSIGNED\"}");
    }

    @Test
    void postsWithoutTheWrongValueAndTellsSo() {
        String id = post(sale("E1", "8000", "NOBODY"))
                .statusCode(201)
                .body("outcome", equalTo("POSTED"))
                .body("accepted.code", contains("dimension_value_unknown"))
                .body("accepted.pointer", contains("/lines/0/dimensions/CUSTOMER"))
                .body("lines[0].dimensions", equalTo(Map.of("CHANNEL", "WEB")))
                .body("lines[0].provenance.CUSTOMER.by", equalTo("LEFT_OUT"))
                .extract()
                .path("id");
        given().get(books.entries() + "/" + id)
                .then()
                .body("accepted[0].message", containsString("has no value \"NOBODY\""))
                .body("lines[0].provenance.CUSTOMER.by", equalTo("LEFT_OUT"))
                .body("lines[0].provenance.CHANNEL.by", equalTo("EXPLICIT"));
        post(sale("E1", "8000", "NOBODY"))
                .statusCode(200)
                .body("outcome", equalTo("UNCHANGED"))
                .body("accepted.code", contains("dimension_value_unknown"));
        post(sale("E1", "8000", "C1")).statusCode(409);
        post(sale("E2", "8000", "C1")).statusCode(201).body("accepted", nullValue());

        given().get(books.path() + "/profit-and-loss?from=2026-03&to=2026-03&by=CUSTOMER")
                .then()
                .body("rows.kind", contains("VALUE", "UNASSIGNED"))
                .body("rows[1].lines[0].values", contains("10.00"))
                .body("reconciliation.difference", equalTo("0.00"));
    }

    @Test
    void remembersWhatWasLeftOutAndFindsSuchEntries() {
        post(sale("E1", "8000", "C1")).statusCode(201);
        String unknown = sale("E2", "8000", "C1").replace("\"CHANNEL\"", "\"COLOUR\"");
        Object told = post(unknown).statusCode(201).extract().path("accepted");

        given().get(books.entries() + "?leftOut=true")
                .then()
                .body("items.externalId", contains("E2"))
                .body("items[0].accepted", equalTo(told))
                .body("items[0].accepted[0].code", equalTo("dimension_unknown"))
                .body("items[0].accepted[0].pointer", equalTo("/lines/0/dimensions/COLOUR"))
                .body("items[0].accepted[0].message", startsWith("Dimension \"COLOUR\", given with value \"WEB\""));
        given().get(books.entries() + "?leftOut=false").then().body("items.externalId", contains("E1", "E2"));
        given().get(books.entries() + "?leftOut=perhaps").then().statusCode(400);
    }

    @Test
    void refusesForEverythingElse() {
        post(sale("E1", "4711", "NOBODY")).statusCode(422).body("violations.code", contains("account_unknown"));
    }

    @Test
    void dryRunTellsTheSame() {
        given().contentType(ContentType.JSON)
                .body(sale("E1", "8000", "NOBODY"))
                .post(books.entries() + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("accepted.code", contains("dimension_value_unknown"));
    }

    @Test
    void batchIsNotPartialForIt() {
        given().contentType("application/x-ndjson")
                .body((sale("E1", "8000", "C1") + "\n" + sale("E2", "8000", "NOBODY")).getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + "/batch")
                .then()
                .statusCode(200)
                .body("posted", equalTo(2))
                .body("unassigned", equalTo(1))
                .body("accepted.externalId", contains("E2"))
                .body("accepted[0].violations[0].code", equalTo("dimension_value_unknown"));
    }

    private ValidatableResponse post(String entry) {
        return given().contentType(ContentType.JSON)
                .body(entry)
                .post(books.entries())
                .then();
    }

    private static String sale(String externalId, String account, String customer) {
        return "{\"externalId\":\"" + externalId
                + "\",\"source\":\"SHOP\",\"kind\":\"COST\",\"postingDate\":\"2026-03-31\","
                + "\"lines\":[{\"account\":\"" + account + "\",\"amount\":\"-10\",\"dimensions\":{\"CUSTOMER\":\""
                + customer + "\",\"CHANNEL\":\"WEB\"}}]}";
    }
}
