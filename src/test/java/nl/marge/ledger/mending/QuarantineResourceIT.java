package nl.marge.ledger.mending;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries set aside over HTTP, on a real database: they lose nothing. */
@QuarkusTest
class QuarantineResourceIT {

    private static final String NDJSON = "application/x-ndjson";

    private HttpBooks books;

    @BeforeEach
    void openBooks() {
        books = HttpBooks.open();
        books.put("/sources/FEED", "{\"mode\":\"QUARANTINE\"}");
    }

    @Test
    void setsAsideWhatIsRefusedOnceHoweverOftenItIsSent() {
        String id = post(wrong("E1"))
                .statusCode(202)
                .header("Location", containsString(books.path() + "/quarantine/"))
                .body("outcome", equalTo("QUARANTINED"))
                .body("id", nullValue())
                .body("number", nullValue())
                .body("externalId", equalTo("E1"))
                .body("violations.code", contains("account_unknown"))
                .extract()
                .path("quarantineId");
        post(wrong("E1")).statusCode(202).body("quarantineId", equalTo(id));
        post(wrong("E2")).statusCode(202);
        post(wrong("E1").replace("FEED", "OTHER")).statusCode(422);

        list("").body("items.externalId", contains("E1", "E2"))
                .body("items.state", contains("HELD", "HELD"))
                .body("items[0].id", equalTo(id))
                .body("items[0].violations[0].pointer", equalTo("/lines/0/account"))
                .body("items[0].entry.lines[0].amount", equalTo("12.5"))
                .body("items[0].steps.kind", contains("HELD"));
        list("?limit=1").body("items.externalId", contains("E1")).body("next", notNullValue());
        list("?source=OTHER").body("items", empty());
        given().get(books.entries()).then().body("items", empty());
    }

    @Test
    void mendsAndReleasesAndRecognisesTheOriginalAfterwards() {
        String id = post(wrong("E1")).extract().path("quarantineId");
        release(id).statusCode(422).body("violations.code", contains("account_unknown"));

        mend(id, wrong("E1").replace("4711", "4712"))
                .statusCode(200)
                .body("violations.code", contains("account_unknown"));
        mend(id, right("E1"))
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("violations", empty())
                .body("state", equalTo("HELD"))
                .body("steps.kind", contains("HELD", "MENDED", "MENDED"))
                .body("steps[2].by", equalTo("anna"));
        String entry = release(id)
                .statusCode(201)
                .body("outcome", equalTo("POSTED"))
                .body("number", equalTo(1))
                .body("externalId", equalTo("E1"))
                .body("source", equalTo("FEED"))
                .body("lines[0].amount", equalTo("12.50"))
                .extract()
                .path("id");

        list("").body("items", empty());
        list("?state=RELEASED").body("items.journalEntry", contains(entry));
        release(id).statusCode(200).body("outcome", equalTo("UNCHANGED")).body("id", equalTo(entry));
        post(wrong("E1")).statusCode(200).body("outcome", equalTo("UNCHANGED")).body("id", equalTo(entry));
        post(right("E1")).statusCode(200).body("outcome", equalTo("UNCHANGED"));
        mend(id, right("E1")).statusCode(409).body("violations.code", contains("quarantine_settled"));
        given().delete(quarantine(id)).then().statusCode(409);
    }

    @Test
    void releasesAsSentOnceItsCauseIsMended() {
        String id = post(wrong("E1")).extract().path("quarantineId");
        books.put("/accounts/4711", "{\"type\":\"EXPENSE\",\"statementLine\":\"COGS\"}");

        release(id)
                .statusCode(201)
                .header("Location", containsString("/journal-entries/"))
                .body("lines[0].account", equalTo("4711"))
                .body("lines[0].text", equalTo("Parcel"))
                .body("lines[0].quantity", equalTo("3"));
    }

    @Test
    void discardsForGoodButErasesNothing() {
        String id = post(wrong("E1")).extract().path("quarantineId");

        given().header("If-Match", "\"7\"").delete(quarantine(id)).then().statusCode(412);
        given().header("X-Marge-User", "anna")
                .queryParam("reason", "Sent twice")
                .delete(quarantine(id))
                .then()
                .statusCode(204);
        given().delete(quarantine(id)).then().statusCode(204);

        given().get(quarantine(id))
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("entry.externalId", equalTo("E1"))
                .body("steps.kind", contains("HELD", "DISCARDED"))
                .body("steps[1].by", equalTo("anna"))
                .body("steps[1].reason", equalTo("Sent twice"));
        release(id).statusCode(409).body("violations.code", contains("quarantine_settled"));
        post(wrong("E1")).statusCode(409).body("violations.code", contains("quarantine_settled"));
        list("").body("items", empty());
    }

    @Test
    void setsAsideEntriesWithoutNameToo() {
        String id = post("{\"source\":\"FEED\",\"lines\":[]}")
                .statusCode(202)
                .extract()
                .path("quarantineId");

        mend(id, right("E9")).body("externalId", equalTo("")).body("entry.externalId", equalTo("E9"));
        release(id).statusCode(201).body("externalId", equalTo("E9"));
    }

    @Test
    void tellsTheSenderWhatCannotBeKeptOrIsInConflict() {
        post("{\"source\":\"FEED\",\"colour\":\"red\"}").statusCode(400);
        post(right("E1")).statusCode(201);
        post(right("E1").replace("12.5", "13.5")).statusCode(409);
        given().get(quarantine("nothing")).then().statusCode(404).body("code", equalTo("unknown"));
        list("?state=LOST").statusCode(400);
        given().header("X-Marge-User", "x".repeat(101))
                .delete(quarantine("1"))
                .then()
                .statusCode(400);
        list("").body("items", empty());
    }

    @Test
    void keepsTheAnswerOfAKeyedRequest() {
        ValidatableResponse first = keyed("key-1", wrong("E1")).statusCode(202);

        keyed("key-1", wrong("E1"))
                .statusCode(202)
                .header("Idempotency-Hit", "true")
                .body("quarantineId", equalTo(first.extract().path("quarantineId")));
        keyed("key-1", wrong("E2")).statusCode(409).body("violations.code", contains("idempotency_key_reused"));
        list("").body("items.externalId", contains("E1"));
    }

    @Test
    void dryRunTellsAndKeepsNothing() {
        given().contentType(ContentType.JSON)
                .body(wrong("E1"))
                .post(books.entries() + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("QUARANTINED"))
                .body("quarantineId", nullValue());
        batch("?dryRun=true", wrong("E1") + "\n" + right("E2"))
                .statusCode(207)
                .body("quarantined", equalTo(1))
                .body("posted", equalTo(1));
        list("").body("items", empty());
    }

    @Test
    void batchGoesThroughAndItsWrongEntriesAreSetAside() {
        String lines = right("E1") + "\n" + wrong("E2") + "\n" + right("E3");

        batch("", lines)
                .statusCode(207)
                .body("posted", equalTo(2))
                .body("rejected", equalTo(0))
                .body("quarantined", equalTo(1))
                .body("problemsTotal", equalTo(1))
                .body("problems[0].index", equalTo(1))
                .body("problems[0].line", equalTo(2))
                .body("problems[0].quarantineId", notNullValue())
                .body("problems[0].violations[0].code", equalTo("account_unknown"));
        batch("?atomic=false", lines)
                .statusCode(207)
                .body("unchanged", equalTo(2))
                .body("quarantined", equalTo(1));
        list("").body("items.externalId", contains("E2"));

        String id = list("").extract().path("items[0].id");
        mend(id, right("E2"));
        release(id).statusCode(201);
        batch("", lines).statusCode(200).body("unchanged", equalTo(3)).body("quarantined", equalTo(0));
    }

    @Test
    void sameEntryTwiceInABatchIsOneInQuarantine() {
        batch("", wrong("E1") + "\n" + wrong("E1")).statusCode(207).body("quarantined", equalTo(2));
        list("").body("items.externalId", contains("E1")).body("items[0].steps.size()", equalTo(1));
    }

    @Test
    void refusedAtomicBatchSetsNothingAside() {
        batch("", right("E1") + "\n" + wrong("E2") + "\n" + wrong("E3").replace("FEED", "OTHER"))
                .statusCode(422)
                .body("code", equalTo("batch_refused"))
                .body("rejected", equalTo(2))
                .body("quarantined", equalTo(0));
        list("").body("items", empty());
        given().get(books.entries()).then().body("items", empty());
    }

    @Test
    void batchTooLongForOneTransactionSetsAsideToo() {
        String lines = IntStream.range(0, 21_000)
                .mapToObj(i -> i % 7_000 == 5 ? wrong("L" + i) : right("L" + i))
                .collect(Collectors.joining("\n"));

        batch("", lines).statusCode(207).body("posted", equalTo(20_997)).body("quarantined", equalTo(3));
        list("").body("items.externalId", contains("L5", "L7005", "L14005"));
    }

    private ValidatableResponse post(String entry) {
        return given().contentType(ContentType.JSON)
                .body(entry)
                .post(books.entries())
                .then();
    }

    private ValidatableResponse keyed(String key, String entry) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(entry)
                .post(books.entries())
                .then();
    }

    private ValidatableResponse batch(String query, String lines) {
        return given().contentType(NDJSON)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + "/batch" + query)
                .then();
    }

    private ValidatableResponse mend(String id, String entry) {
        return given().contentType(ContentType.JSON)
                .header("X-Marge-User", "anna")
                .body(entry)
                .put(quarantine(id))
                .then();
    }

    private ValidatableResponse release(String id) {
        return given().post(quarantine(id) + "/release").then();
    }

    private ValidatableResponse list(String query) {
        return given().get(books.path() + "/quarantine" + query).then();
    }

    private String quarantine(String id) {
        return books.path() + "/quarantine/" + id;
    }

    private static String wrong(String externalId) {
        return right(externalId).replace("\"7000\"", "\"4711\"");
    }

    private static String right(String externalId) {
        return "{\"externalId\":\"" + externalId
                + "\",\"source\":\"FEED\",\"kind\":\"COST\",\"postingDate\":\"2026-03-31\","
                + "\"lines\":[{\"account\":\"7000\",\"amount\":\"12.5\",\"quantity\":\"3\",\"text\":\"Parcel\"}]}";
    }
}
