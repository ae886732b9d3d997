package nl.marge.ledger.period;

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
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening and closing over HTTP, and what postings notice of it, on a real database. */
@QuarkusTest
class PeriodResourceIT {

    private HttpBooks books;

    @BeforeEach
    void openBooks() {
        books = HttpBooks.open();
    }

    @Test
    void setsShowsAndListsStatuses() {
        given().get(period("2026-03"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("status", equalTo("OPEN"));
        given().get(books.path() + "/periods").then().statusCode(200).body("items", empty());

        String tag = set("2026-03", "CLOSED").statusCode(201).extract().header("ETag");
        set("2026-03", "CLOSED").statusCode(200).header("ETag", tag);
        set("2026-02", "SOFT_CLOSED").statusCode(201);

        String shown = given().get(period("2026-03"))
                .then()
                .header("ETag", tag)
                .body("period", equalTo("2026-03"))
                .body("scenario", equalTo("ACTUAL"))
                .body("status", equalTo("CLOSED"))
                .extract()
                .asString();
        put(period("2026-03"), shown).statusCode(200).header("ETag", tag);
        given().header("If-None-Match", tag).get(period("2026-03")).then().statusCode(304);
        given().get(books.path() + "/periods?limit=1")
                .then()
                .body("items.period", contains("2026-02"))
                .body("next", notNullValue());
        given().get(books.path() + "/periods").then().body("items.period", contains("2026-02", "2026-03"));
        given().get(books.path() + "/periods?scenario=BUDGET").then().body("items", empty());
    }

    @Test
    void setsManyOrNone() {
        put(
                        books.path() + "/periods",
                        "[{\"period\":\"2026-01\",\"status\":\"CLOSED\"},{\"period\":\"2026-02\",\"status\":\"CLOSED\"}]")
                .statusCode(200)
                .body("created", equalTo(2));
        put(
                        books.path() + "/periods",
                        "[{\"period\":\"2026-01\",\"status\":\"OPEN\"},{\"period\":\"2026-02\",\"status\":\"CLOSED\"}]")
                .statusCode(200)
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        put(books.path() + "/periods", """
                        [{"period":"2026-01","status":"CLOSED"},{"period":"2026-13","status":"CLOSED"},
                         {"period":"2026-01","status":"CLOSED"},{"period":"2026-05"},
                         {"period":"2026-06","status":"SHUT","scenario":"BUDGET"}]""")
                .statusCode(422)
                .body(
                        "violations.code",
                        contains("code_invalid", "code_invalid", "code_repeated", "value_missing", "value_invalid"))
                .body(
                        "violations.pointer",
                        contains("/1/period", "/4/scenario", "/2/period", "/3/status", "/4/status"));
        given().get(period("2026-01")).then().body("status", equalTo("OPEN"));
    }

    @Test
    void refusesPeriodsAndBodiesThatAreNone() {
        given().get(period("2026-13")).then().statusCode(404).body("code", equalTo("unknown"));
        set("2026-00", "CLOSED").statusCode(422).body("violations.code", contains("code_invalid"));
        put(period("2026-03"), "{\"status\":\"CLOSED\",\"period\":\"2026-04\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/period"));
        put(period("2026-03"), "{\"state\":\"CLOSED\"}")
                .statusCode(400)
                .body("violations.code", contains("member_unknown"));
        put(period("2026-03") + "?scenario=a%20b", "{\"status\":\"CLOSED\"}")
                .statusCode(400)
                .body("violations.parameter", contains("scenario"));
        given().header("If-Match", "\"7\"")
                .contentType(ContentType.JSON)
                .body("{\"status\":\"CLOSED\"}")
                .put(period("2026-03"))
                .then()
                .statusCode(412);
    }

    @Test
    void closedPeriodTakesNothingUntilItIsOpenedAgain() {
        post(HttpBooks.sale("S1", "10.00")).statusCode(201).body("originalDate", nullValue());
        set("2026-03", "CLOSED").statusCode(201);

        post(HttpBooks.sale("S2", "10.00"))
                .statusCode(422)
                .body("code", equalTo("entry_refused"))
                .body("violations.code", contains("period_closed"))
                .body("violations.pointer", contains("/postingDate"))
                .body("violations[0].message", containsString("2026-04-01"));
        post(HttpBooks.sale("S1", "10.00")).statusCode(200).body("outcome", equalTo("UNCHANGED"));
        post(HttpBooks.sale("S2", "10.00").replace("\"externalId\"", "\"scenario\":\"BUDGET\",\"externalId\""))
                .statusCode(201);
        given().contentType(ContentType.JSON)
                .queryParam("dryRun", true)
                .body(HttpBooks.sale("S2", "10.00"))
                .post(books.entries())
                .then()
                .statusCode(422);
        given().contentType(ContentType.JSON)
                .queryParam("atomic", false)
                .body("{\"entries\":[" + HttpBooks.sale("S3", "1.00") + "]}")
                .post(books.entries() + "/batch")
                .then()
                .statusCode(207)
                .body("problems[0].violations[0].code", equalTo("period_closed"));

        set("2026-03", "OPEN").statusCode(200);
        post(HttpBooks.sale("S3", "10.00")).statusCode(201);
    }

    @Test
    void softClosedPeriodTakesReversalsAndClosedOneNamesTheRemedy() {
        String first = post(HttpBooks.sale("S1", "10.00")).extract().path("id");
        String second = post(HttpBooks.sale("S2", "10.00")).extract().path("id");
        set("2026-03", "SOFT_CLOSED");

        post(HttpBooks.sale("S3", "10.00")).statusCode(422).body("violations.code", contains("period_soft_closed"));
        reverse(first, "{}").statusCode(201).body("postingDate", equalTo("2026-03-31"));

        set("2026-03", "CLOSED");
        reverse(second, "{}")
                .statusCode(422)
                .body("violations.code", contains("period_closed"))
                .body("violations[0].message", containsString("Reverse it with a postingDate of 2026-04-01 or later"));
        reverse(first, "{}").statusCode(409).body("violations.code", contains("already_reversed"));
        reverse(second, "{\"postingDate\":\"2026-04-01\"}")
                .statusCode(201)
                .body("postingDate", equalTo("2026-04-01"))
                .body("lines.membershipDate", equalTo(List.of("2026-03-31", "2026-03-31")));
    }

    @Test
    void redirectsLateLinesOfTheirSourceAndKeepsTheirDate() {
        books.put("/sources/API", "{\"lateLines\":\"REDIRECT\"}");
        set("2026-03", "CLOSED");
        set("2026-04", "SOFT_CLOSED");

        String id = post(HttpBooks.sale("S1", "10.00"))
                .statusCode(201)
                .body("postingDate", equalTo("2026-05-01"))
                .body("originalDate", equalTo("2026-03-31"))
                .body("lines.membershipDate", equalTo(List.of("2026-03-31", "2026-03-31")))
                .extract()
                .path("id");
        given().get(books.entries() + "/" + id)
                .then()
                .body("postingDate", equalTo("2026-05-01"))
                .body("originalDate", equalTo("2026-03-31"));
        set("2026-03", "OPEN");
        post(HttpBooks.sale("S1", "10.00")).statusCode(200).body("outcome", equalTo("UNCHANGED"));
        reverse(id, "{}")
                .statusCode(201)
                .body("postingDate", equalTo("2026-05-01"))
                .body("originalDate", nullValue());
    }

    private ValidatableResponse set(String period, String status) {
        return put(period(period), "{\"status\":\"" + status + "\"}");
    }

    private ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }

    private ValidatableResponse post(String entry) {
        return given().contentType(ContentType.JSON)
                .body(entry)
                .post(books.entries())
                .then();
    }

    private ValidatableResponse reverse(String id, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(books.entries() + "/" + id + "/reversal")
                .then();
    }

    private String period(String period) {
        return books.path() + "/periods/" + period;
    }
}
