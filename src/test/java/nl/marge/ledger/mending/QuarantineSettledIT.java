package nl.marge.ledger.mending;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of entries set aside when their senders send them again, and what is remembered of them. */
@QuarkusTest
class QuarantineSettledIT {

    private static final String MISSING_ACCOUNT = "{\"type\":\"EXPENSE\",\"statementLine\":\"COGS\"}";

    private HttpBooks books;

    @BeforeEach
    void openBooks() {
        books = HttpBooks.open();
        books.put("/sources/FEED", "{\"mode\":\"QUARANTINE\"}");
    }

    @Test
    void neverPostsWhatWasDiscardedHoweverItIsRepeated() {
        String id = hold("E1");
        given().delete(quarantine(id)).then().statusCode(204);
        refuseRepeats(id);

        books.put("/accounts/4711", MISSING_ACCOUNT);

        refuseRepeats(id);
        given().get(quarantine(id)).then().body("state", equalTo("DISCARDED"));
        given().get(books.entries()).then().body("items", empty());
        post(right("E1")).statusCode(201);
    }

    private void refuseRepeats(String id) {
        post(wrong("E1"))
                .statusCode(409)
                .body("violations.code", contains("quarantine_settled"))
                .body("violations[0].message", containsString("Entry " + id + " in quarantine was discarded."));
        post("?dryRun=true", wrong("E1")).statusCode(409);
        batch("", right("E2") + "\n" + wrong("E1"))
                .statusCode(422)
                .body("rejected", equalTo(1))
                .body("problems[0].violations.code", contains("quarantine_settled"));
        batch("?atomic=false&dryRun=true", wrong("E1")).statusCode(207).body("rejected", equalTo(1));
        batch("?atomic=false", wrong("E1"))
                .statusCode(207)
                .body("posted", equalTo(0))
                .body("quarantined", equalTo(0))
                .body("problems[0].violations.code", contains("quarantine_settled"));
    }

    @Test
    void recognisesWhatWasMendedAndReleasedAlsoOnceItsCauseIsGone() {
        String id = hold("E1");
        mend(id, right("E1")).statusCode(200);
        String posted =
                given().post(quarantine(id) + "/release").then().extract().path("id");

        books.put("/accounts/4711", MISSING_ACCOUNT);

        post(wrong("E1")).statusCode(200).body("outcome", equalTo("UNCHANGED")).body("id", equalTo(posted));
        batch("", wrong("E1")).statusCode(200).body("unchanged", equalTo(1));
    }

    @Test
    void isSupersededWhenItsSenderPostsTheDocument() {
        String id = hold("E1");
        String other = hold("E2");

        String posted = post(right("E1")).statusCode(201).extract().path("id");

        list("").body("items.id", contains(other));
        list("?state=SUPERSEDED").body("items.id", contains(id)).body("items.journalEntry", contains(posted));
        given().get(quarantine(id))
                .then()
                .header("ETag", "\"2\"")
                .body("state", equalTo("SUPERSEDED"))
                .body("journalEntry", equalTo(posted))
                .body("steps.kind", contains("HELD", "SUPERSEDED"))
                .body("steps[1].journalEntry", equalTo(posted));
        mend(id, right("E1")).statusCode(409).body("violations.code", contains("quarantine_settled"));
        given().delete(quarantine(id)).then().statusCode(409);
        given().post(quarantine(id) + "/release").then().statusCode(422);
        post(wrong("E1")).statusCode(422).body("violations.code", contains("account_unknown", "external_id_reused"));
        list("").body("items.id", contains(other));
    }

    @Test
    void isSupersededByTheVerySameEntryInABatchToo() {
        String id = hold("E1");
        books.put("/accounts/4711", MISSING_ACCOUNT);

        batch("", wrong("E1")).statusCode(200).body("posted", equalTo(1));

        list("").body("items", empty());
        given().post(quarantine(id) + "/release").then().statusCode(200).body("outcome", equalTo("UNCHANGED"));
        given().get(quarantine(id)).then().body("state", equalTo("RELEASED")).body("steps.step", contains(1, 2));
    }

    @Test
    void tellsTheSenderOfAnotherTextOfWhatIsInTheBooksInsteadOfKeepingIt() {
        post(right("E1")).statusCode(201);

        post(wrong("E1")).statusCode(422).body("violations.code", contains("account_unknown", "external_id_reused"));
        batch("", wrong("E1"))
                .statusCode(422)
                .body("problems[0].violations.code", contains("account_unknown", "external_id_reused"));
        post("{\"source\":\"FEED\",\"externalId\":\"E1\",\"lines\":[]}").statusCode(409);
        list("").body("items", empty());
    }

    @Test
    void remembersEveryTextAndWhatWasWrongWithIt() {
        String id = hold("E1");
        mend(id, wrong("E1").replace("4711", "4712"));
        mend(id, right("E1"));

        given().get(quarantine(id))
                .then()
                .body("entry.lines[0].account", equalTo("7000"))
                .body("steps.entry.lines.account.flatten()", contains("4711", "4712", "7000"))
                .body("steps[0].violations.code", contains("account_unknown"))
                .body("steps[0].violations[0].message", containsString("4711"))
                .body("steps[1].violations[0].message", containsString("4712"))
                .body("steps[2].violations", empty());
        given().delete(quarantine(id));
        given().get(quarantine(id)).then().body("steps[3].entry", nullValue());
    }

    @Test
    void keepsTheNameThatTheSenderGave() {
        String id = hold("E1");

        mend(id, right("E9").replace("\"FEED\"", "\"OTHER\""))
                .statusCode(422)
                .body("violations.code", contains("external_id_invalid", "source_invalid"))
                .body("violations.pointer", contains("/externalId", "/source"))
                .body(
                        "violations.message",
                        hasItem(containsString("\"E9\" is not that of the entry set aside, \"E1\"")));
        mend(id, right("E1").replace("\"source\":\"FEED\",", "")).statusCode(422);
        given().get(quarantine(id)).then().body("steps.kind", contains("HELD"));
    }

    private String hold(String externalId) {
        return post(wrong(externalId)).statusCode(202).extract().path("quarantineId");
    }

    private ValidatableResponse post(String entry) {
        return post("", entry);
    }

    private ValidatableResponse post(String query, String entry) {
        return given().contentType(ContentType.JSON)
                .body(entry)
                .post(books.entries() + query)
                .then();
    }

    private ValidatableResponse batch(String query, String lines) {
        return given().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + "/batch" + query)
                .then();
    }

    private ValidatableResponse mend(String id, String entry) {
        return given().contentType(ContentType.JSON)
                .body(entry)
                .put(quarantine(id))
                .then();
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
                + "\"lines\":[{\"account\":\"7000\",\"amount\":\"12.5\"}]}";
    }
}
