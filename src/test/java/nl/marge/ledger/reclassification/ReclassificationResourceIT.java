package nl.marge.ledger.reclassification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reclassifications do over HTTP: which lines they find, what they post, what they keep. */
@QuarkusTest
class ReclassificationResourceIT {

    private static final String TO_SHOP = """
            {"description":"Sold in the shop","reason":"Wrong channel","selection":{"from":"2026-03","to":"2026-03",
             "accounts":["80*"],"filter":"CHANNEL:WEB;SEGMENT:KEY"},"set":{"CHANNEL":"SHOP"}}""";

    private ReclassifiedBooks books;

    @BeforeEach
    void openBooks() {
        books = new ReclassifiedBooks();
        books.post(HttpBooks.sale("INV-1", "1250.00"));
    }

    @Test
    void draftsWhatAReportWithTheSameWordsWouldShow() {
        books.post(HttpBooks.sale("INV-2", "10.00").replace("\"C1\"", "\"C2\""));
        books.post(HttpBooks.sale("INV-3", "20.00").replace("2026-03-31", "2026-04-01"));
        books.post(HttpBooks.sale("INV-4", "30.00").replace("WEB", "SHOP"));
        books.post(
                HttpBooks.sale("INV-5", "40.00").replace("{\"externalId\"", "{\"scenario\":\"BUDGET\",\"externalId\""));

        books.draft(TO_SHOP)
                .statusCode(201)
                .header("Location", equalTo(books.path() + "/1"))
                .body("id", equalTo("1"))
                .body("state", equalTo("DRAFT"))
                .body("reason", equalTo("Wrong channel"))
                .body("mode", equalTo("REPLACE"))
                .body("set", equalTo(Map.of("CHANNEL", "SHOP")))
                .body("linesTotal", equalTo(1))
                .body("truncated", equalTo(false))
                .body("lines[0].number", equalTo(1))
                .body("lines[0].line", equalTo(2))
                .body("lines[0].account", equalTo("8000"))
                .body("lines[0].amount", equalTo("-1250.00"))
                .body("lines[0].before", equalTo(Map.of("CHANNEL", "WEB", "CUSTOMER", "C1")))
                .body("lines[0].after", equalTo(Map.of("CHANNEL", "SHOP", "CUSTOMER", "C1")));
    }

    @Test
    void keepsNothingOfADryRun() {
        given().queryParam("dryRun", true)
                .contentType(ContentType.JSON)
                .body(TO_SHOP)
                .post(books.path())
                .then()
                .statusCode(200)
                .body("id", nullValue())
                .body("steps", hasSize(0))
                .body("lines[0].after.CHANNEL", equalTo("SHOP"));

        given().get(books.path()).then().body("items", hasSize(0)).body("next", nullValue());
    }

    @Test
    void givesTheSameAnswerToARepeatedKeyAndDraftsOnce() {
        String first = keyed("k-1", TO_SHOP).statusCode(201).extract().asString();

        String second = keyed("k-1", TO_SHOP)
                .statusCode(201)
                .header("Idempotency-Hit", equalTo("true"))
                .header("Location", equalTo(books.path() + "/1"))
                .extract()
                .asString();
        keyed("k-1", TO_SHOP.replace("SHOP", "WEB")).statusCode(409);

        assertEquals(first, second);
        given().get(books.path()).then().body("items", hasSize(1));
    }

    @Test
    void postsAZeroSumPairOnTheSameAccountWithTheSameMembershipDate() {
        books.post("""
                {"externalId":"CREDIT-1","postingDate":"2026-03-31","dimensions":{"CHANNEL":"WEB"},
                 "lines":[{"account":"1300","credit":"100.00"},
                          {"account":"8000","amount":"100.00","quantity":"-2","lineId":"L2","text":"credit note",
                           "membershipDate":"2026-02-10","dimensions":{"CUSTOMER":"C1"}}]}""");
        String id = books.drafted("""
                {"selection":{"lines":[{"number":2,"line":2}]},"set":{"CHANNEL":null,"SEGMENT":"MKB"}}""");

        books.step(id, "validate").statusCode(200).body("state", equalTo("VALIDATED"));
        books.step(id, "apply")
                .statusCode(200)
                .body("state", equalTo("APPLIED"))
                .body("steps.action", contains("CREATE", "VALIDATE", "APPLY"))
                .body("steps[2].by", equalTo("eva"))
                .body("steps[2].recordedAt", notNullValue())
                .body("steps[2].entries", contains(3));

        entry(3).body("kind", equalTo("RECLASSIFICATION"))
                .body("externalId", equalTo("reclassification/1/1"))
                .body("postingDate", equalTo("2026-03-31"))
                .body("lines.account", contains("8000", "8000"))
                .body("lines.amount", contains("-100.00", "100.00"))
                .body("lines.quantity", contains("2", "-2"))
                .body("lines.lineId", contains("L2", "L2"))
                .body("lines.membershipDate", contains("2026-02-10", "2026-02-10"))
                .body("lines[0].dimensions", equalTo(Map.of("CHANNEL", "WEB", "CUSTOMER", "C1")))
                .body("lines[1].dimensions", equalTo(Map.of("CUSTOMER", "C1", "SEGMENT", "MKB")));
        books.step(id, "undo").statusCode(200).body("state", equalTo("UNDONE")).body("steps[3].entries", contains(4));
        entry(4).body("externalId", equalTo("reclassification/1/undo/1"))
                .body("lines.amount", contains("-100.00", "100.00"))
                .body("lines[0].dimensions", equalTo(Map.of("CUSTOMER", "C1", "SEGMENT", "MKB")))
                .body("lines[1].dimensions", equalTo(Map.of("CHANNEL", "WEB", "CUSTOMER", "C1")));
    }

    @Test
    void postsAnEntryForEachPostingDateAndScenario() {
        books.post(HttpBooks.sale("INV-2", "10.00").replace("2026-03-31", "2026-03-15"));
        books.post(HttpBooks.sale("INV-3", "20.00").replace("2026-03-31", "2026-03-15"));
        books.post(
                HttpBooks.sale("INV-4", "5.00").replace("{\"externalId\"", "{\"scenario\":\"BUDGET\",\"externalId\""));

        String id = books.applied("""
                {"selection":{"from":"2026-03-01","to":"2026-03-31"},"set":{"CHANNEL":"SHOP"}}""");

        books.step(id, "apply").body("linesTotal", equalTo(6)).body("steps[2].entries", contains(5, 6));
        entry(5).body("postingDate", equalTo("2026-03-15")).body("lines", hasSize(8));
        entry(6).body("postingDate", equalTo("2026-03-31"))
                .body("lines", hasSize(4))
                .body("scenario", equalTo("ACTUAL"));
    }

    @Test
    void selectsByWhereLinesStandNow() {
        books.applied(TO_SHOP);

        books.draft(TO_SHOP).statusCode(422).body("violations.code", contains("selection_empty"));
        books.draft(TO_SHOP.replace("CHANNEL:WEB", "CHANNEL:SHOP")
                        .replace("{\"CHANNEL\":\"SHOP\"}", "{\"CHANNEL\":null}"))
                .statusCode(201)
                .body("lines[0].before.CHANNEL", equalTo("SHOP"))
                .body("lines[0].after", equalTo(Map.of("CUSTOMER", "C1")));
    }

    @Test
    void asksAgainWithoutEffect() {
        String id = books.applied(TO_SHOP);

        books.step(id, "apply").statusCode(200).body("steps", hasSize(3));
        books.step(id, "undo").statusCode(200);
        books.step(id, "undo").statusCode(200).body("steps", hasSize(4)).body("state", equalTo("UNDONE"));

        given().get(books.path() + "/" + id).then().body("steps", hasSize(4));
        given().queryParam("from", "2026-03")
                .queryParam("to", "2026-03")
                .get(books.books().entries())
                .then()
                .body("items", hasSize(3));
    }

    @Test
    void movesALineTogetherWithTheOneThatCancelsIt() {
        String sale = books.post(HttpBooks.sale("INV-2", "10.00"));
        books.reverse(sale, "2026-04-10").statusCode(201);

        books.draft("{\"selection\":{\"lines\":[{\"number\":2,\"line\":2}]},\"set\":{\"CHANNEL\":\"SHOP\"}}")
                .statusCode(201)
                .body("lines.number", contains(2, 3))
                .body("lines.amount", contains("-10.00", "10.00"))
                .body("lines.postingDate", contains("2026-03-31", "2026-04-10"))
                .body("lines.after.CHANNEL", everyItem(equalTo("SHOP")));
        books.draft("{\"selection\":{\"from\":\"2026-04\",\"to\":\"2026-04\"},\"set\":{\"CHANNEL\":\"SHOP\"}}")
                .statusCode(201)
                .body("lines.number", contains(2, 2, 3, 3));
    }

    @Test
    void listsTheNewestFirstAndPagesTheirLines() {
        books.drafted(TO_SHOP);
        books.drafted("{\"selection\":{\"lines\":[{\"number\":1,\"line\":1},{\"number\":1,\"line\":2}]},"
                + "\"set\":{\"CHANNEL\":\"SHOP\"}}");

        String next = given().queryParam("limit", 1)
                .get(books.path())
                .then()
                .statusCode(200)
                .body("items.id", contains("2"))
                .body("items[0].lines", nullValue())
                .extract()
                .path("next");
        given().queryParam("limit", 1)
                .queryParam("cursor", next)
                .get(books.path())
                .then()
                .body("items.id", contains("1"))
                .body("next", nullValue());
        String nextLine = given().queryParam("limit", 1)
                .get(books.path() + "/2/lines")
                .then()
                .statusCode(200)
                .body("items.line", contains(1))
                .extract()
                .path("next");
        given().queryParam("limit", 1)
                .queryParam("cursor", nextLine)
                .get(books.path() + "/2/lines")
                .then()
                .body("items.line", contains(2))
                .body("next", nullValue());
    }

    @Test
    void keepsWhatWasGivenUp() {
        String id = books.drafted(TO_SHOP);

        given().header("X-Marge-User", "jan")
                .delete(books.path() + "/" + id)
                .then()
                .statusCode(204);

        given().get(books.path() + "/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("steps[1].by", equalTo("jan"));
    }

    @Test
    void locksDimensions() {
        String settings = books.books().path() + "/reclassification-settings";
        given().get(settings).then().statusCode(200).body("lockedDimensions", hasSize(0));
        given().contentType(ContentType.JSON)
                .body("{\"lockedDimensions\":[\"CHANNEL\"]}")
                .put(settings)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("lockedDimensions", contains("CHANNEL"));

        String id = books.drafted(TO_SHOP);
        books.step(id, "validate")
                .statusCode(422)
                .body("violations.code", contains("dimension_locked"))
                .body("violations.pointer", contains("/lines/0"))
                .body("violations[0].message", startsWith("Dimension CHANNEL is locked against reclassification"));

        books.books().put("/reclassification-settings", "{\"lockedDimensions\":[]}");
        books.step(id, "validate").statusCode(200);
        books.books().put("/reclassification-settings", "{\"lockedDimensions\":[\"SEGMENT\"]}");
        books.step(id, "apply").statusCode(200);
        books.books().put("/reclassification-settings", "{\"lockedDimensions\":[\"CHANNEL\"]}");
        books.step(id, "undo").statusCode(200);
        given().contentType(ContentType.JSON)
                .body("{\"lockedDimensions\":[\"NONE\"]}")
                .put(settings)
                .then()
                .statusCode(422)
                .body("violations.code", contains("dimension_unknown"));
    }

    @Test
    void showsTheMoveInTheReport() {
        assertEquals(Map.of("{SEGMENT=KEY, CHANNEL=WEB, CUSTOMER=C1}", "1250.00"), books.profits("AS_WAS"));

        String id = books.applied(TO_SHOP);
        assertEquals(Map.of("{SEGMENT=KEY, CHANNEL=SHOP, CUSTOMER=C1}", "1250.00"), books.profits("AS_WAS"));
        given().queryParam("from", "2026-03")
                .queryParam("to", "2026-03")
                .queryParam("filter", "CHANNEL:SHOP")
                .get(books.books().path() + "/ledger-lines")
                .then()
                .body("items.kind", contains("RECLASSIFICATION"))
                .body("items.value", hasItem("1250.00"));

        books.step(id, "undo").statusCode(200);
        assertEquals(Map.of("{SEGMENT=KEY, CHANNEL=WEB, CUSTOMER=C1}", "1250.00"), books.profits("AS_WAS"));
        assertEquals(2, books.openBalances().size());
        assertEquals(
                List.of(),
                books.openBalances().stream()
                        .filter(row -> row.contains("SHOP"))
                        .toList());
    }

    private ValidatableResponse keyed(String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(books.path())
                .then();
    }

    private ValidatableResponse entry(int number) {
        String id = given().queryParam("afterNumber", number - 1)
                .queryParam("throughNumber", number)
                .get(books.books().path() + "/ledger-lines")
                .then()
                .extract()
                .path("items[0].externalId");
        return given().queryParam("externalId", id)
                .queryParam("source", "~MARGE")
                .get(books.books().entries())
                .then()
                .statusCode(200)
                .rootPath("items[0]");
    }
}
