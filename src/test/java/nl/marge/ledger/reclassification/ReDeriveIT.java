package nl.marge.ledger.reclassification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reclassification by the default rules of now: what rules gave is given anew, what somebody said stays. */
@QuarkusTest
class ReDeriveIT {

    private static final String DERIVE = """
            {"mode":"RE_DERIVE","dimensions":["CHANNEL"],"selection":{"from":"2026-03","to":"2026-03","accounts":["8000"]}}""";

    private ReclassifiedBooks books;

    @BeforeEach
    void openBooks() {
        books = new ReclassifiedBooks();
        rule("8000", "WEB");
    }

    @Test
    void asksTheRulesOfNow() {
        post("INV-1", "{\"CUSTOMER\":\"C1\"}");
        post("INV-2", "{\"CUSTOMER\":\"C1\",\"CHANNEL\":\"WEB\"}");
        books.draft(DERIVE).statusCode(422).body("violations.code", contains("selection_empty"));
        rule("8000", "SHOP");

        String id = books.draft(DERIVE)
                .statusCode(201)
                .body("mode", equalTo("RE_DERIVE"))
                .body("dimensions", contains("CHANNEL"))
                .body("set", equalTo(Map.of()))
                .body("lines.number", contains(1))
                .body("lines[0].before", equalTo(Map.of("CHANNEL", "WEB", "CUSTOMER", "C1")))
                .body("lines[0].after", equalTo(Map.of("CHANNEL", "SHOP", "CUSTOMER", "C1")))
                .extract()
                .path("id");
        books.step(id, "validate").statusCode(200);
        books.step(id, "apply")
                .statusCode(200)
                .body("mode", equalTo("RE_DERIVE"))
                .body("dimensions", contains("CHANNEL"));

        entry("reclassification/" + id + "/1")
                .body("items[0].lines[0].provenance.CHANNEL.by", equalTo("RULE"))
                .body("items[0].lines[1].provenance.CHANNEL.by", equalTo("RULE"))
                .body("items[0].lines[1].provenance.CHANNEL.rule", equalTo("R8000"))
                .body("items[0].lines[1].provenance.CUSTOMER.by", equalTo("EXPLICIT"));
    }

    @Test
    void derivesAgainWhatItDerivedAndTakesAwayWhatNoRuleGivesAnyMore() {
        post("INV-1", "{\"CUSTOMER\":\"C1\"}");
        rule("8000", "SHOP");
        String first = books.applied(DERIVE);
        given().delete(books.books().path() + "/default-rules/R8000").then().statusCode(204);

        String second = books.drafted(DERIVE);
        books.step(second, "validate").statusCode(200);
        books.step(second, "apply")
                .statusCode(200)
                .body("lines[0].before.CHANNEL", equalTo("SHOP"))
                .body("lines[0].after", equalTo(Map.of("CUSTOMER", "C1")));
        books.step(second, "undo").statusCode(200);
        books.step(first, "undo").statusCode(200);

        entry("reclassification/" + first + "/undo/1")
                .body("items[0].lines[1].dimensions.CHANNEL", equalTo("WEB"))
                .body("items[0].lines[1].provenance.CHANNEL.by", equalTo("RULE"));
    }

    @Test
    void tellsThatAReplacedValueIsACorrectionWhichStaysWhenDerivedAnew() {
        post("INV-1", "{\"CUSTOMER\":\"C1\"}");
        String id = books.applied("""
                {"selection":{"lines":[{"number":1,"line":2}]},"set":{"CHANNEL":"SHOP"}}""");

        entry("reclassification/" + id + "/1")
                .body("items[0].lines[1].provenance.CHANNEL.by", equalTo("CORRECTION"))
                .body("items[0].lines[1].provenance.CHANNEL.correction", equalTo(id));
        books.draft(DERIVE).statusCode(422).body("violations.code", contains("selection_empty"));
        String reversal = books.reverse(entryId("INV-1"), "2026-03-31")
                .statusCode(201)
                .body("lines[1].dimensions.CHANNEL", equalTo("SHOP"))
                .body("lines[1].provenance.CHANNEL.correction", equalTo(id))
                .extract()
                .path("externalId");
        books.step(id, "undo").statusCode(200).body("linesTotal", equalTo(1));
        given().queryParam("externalId", reversal)
                .get(books.books().entries())
                .then()
                .body("items[0].lines[1].dimensions.CHANNEL", equalTo("SHOP"));
    }

    @Test
    void takesEitherValuesOrDimensions() {
        post("INV-1", "{\"CUSTOMER\":\"C1\"}");

        books.draft(DERIVE.replace("\"dimensions\":[\"CHANNEL\"],", ""))
                .statusCode(422)
                .body("violations.code", contains("value_missing"));
        books.draft(DERIVE.replace("[\"CHANNEL\"],", "[\"CHANNEL\"],\"set\":{\"CHANNEL\":\"WEB\"},"))
                .statusCode(422)
                .body("violations.code", contains("value_invalid"));
        books.draft(DERIVE.replace("\"mode\":\"RE_DERIVE\",", ""))
                .statusCode(422)
                .body("violations.code", contains("value_missing"));
        books.draft(DERIVE.replace("[\"CHANNEL\"]", "[\"MOON\"]"))
                .statusCode(422)
                .body("violations.code", contains("dimension_unknown"));
    }

    private void rule(String account, String channel) {
        books.books().put("/default-rules/R" + account, """
                        {"dimension":"CHANNEL","value":"%s","priority":10,"source":"ACCOUNT","record":"%s"}""".formatted(channel, account));
    }

    private void post(String externalId, String dimensions) {
        books.post("""
                {"externalId":"%s","postingDate":"2026-03-31",
                 "lines":[{"account":"1300","amount":"10.00"},
                          {"account":"8000","credit":"10.00","dimensions":%s}]}""".formatted(externalId, dimensions));
    }

    private String entryId(String externalId) {
        return given().queryParam("externalId", externalId)
                .get(books.books().entries())
                .then()
                .extract()
                .path("items[0].id");
    }

    private ValidatableResponse entry(String externalId) {
        return given().contentType(ContentType.JSON)
                .queryParam("externalId", externalId)
                .queryParam("source", "~MARGE")
                .get(books.books().entries())
                .then()
                .statusCode(200);
    }
}
