package nl.marge.ledger.reclassification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Collections;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every "no" of reclassifications over HTTP, each by the smallest request that is at fault. */
@QuarkusTest
class ReclassificationRefusalsIT {

    private static final String LINE = "{\"lines\":[{\"number\":1,\"line\":2}]}";
    private static final String MARCH = "{\"from\":\"2026-03\",\"to\":\"2026-03\"}";
    private static final String TO_SHOP = asked(LINE, "{\"CHANNEL\":\"SHOP\"}");

    private ReclassifiedBooks books;
    private String sale;

    @BeforeEach
    void openBooks() {
        books = new ReclassifiedBooks();
        sale = books.post(HttpBooks.sale("INV-1", "1250.00"));
    }

    @Test
    void refusesWhatItCannotRead() {
        refused(400, "{\"selection\":{\"line\":1},\"sets\":{}}", "member_unknown", "member_unknown");
        refused(400, "{\"set\":[]}", "type_wrong");
        given().contentType(ContentType.JSON)
                .body(TO_SHOP)
                .header("X-Marge-User", "x".repeat(101))
                .post(books.path())
                .then()
                .statusCode(400)
                .body("violations.code", contains("parameter_invalid"));
        given().queryParam("force", true).post(books.path() + "/1/apply").then().statusCode(400);
    }

    @Test
    void knowsNeitherForeignCompaniesNorIds() {
        given().contentType(ContentType.JSON)
                .body("not json")
                .post("/api/v1/companies/NOBODY/reclassifications")
                .then()
                .statusCode(404);
        for (String id : new String[] {"1", "x", "0", "99999999999"}) {
            given().get(books.path() + "/" + id).then().statusCode(404).body("code", equalTo("unknown"));
            given().get(books.path() + "/" + id + "/lines").then().statusCode(404);
            books.step(id, "validate").statusCode(404);
            books.step(id, "apply").statusCode(404);
            books.step(id, "undo").statusCode(404);
            given().delete(books.path() + "/" + id).then().statusCode(404);
        }
    }

    @Test
    void refusesWhatCannotBeSet() {
        refused(422, asked(LINE, "{}"), "value_missing");
        refused(422, asked(LINE, "{\"COLOR\":\"RED\"}"), "dimension_unknown");
        refused(422, asked(LINE, "{\"CHANNEL\":\"MOON\"}"), "dimension_value_unknown");
        refused(422, "{\"mode\":\"GUESS\",\"selection\":" + LINE + ",\"set\":{\"CHANNEL\":\"SHOP\"}}", "value_invalid");
        refused(
                422,
                "{\"reason\":\"" + "x".repeat(501) + "\",\"selection\":" + LINE + ",\"set\":{\"CHANNEL\":\"SHOP\"}}",
                "text_invalid");
    }

    @Test
    void refusesSelectionsItDoesNotUnderstand() {
        refused(422, "{\"set\":{\"CHANNEL\":\"SHOP\"}}", "value_missing", "value_missing");
        selection("{\"from\":\"2026-03\",\"to\":\"2026-03-31\"}", "value_invalid");
        selection("{\"from\":\"2026-03\",\"to\":\"2026-02\"}", "value_invalid");
        selection("{\"from\":\"March\",\"to\":\"2026-03\"}", "value_invalid");
        selection(with("\"accounts\":[\"9*\"]"), "account_unknown");
        selection(with("\"filter\":\"MOON:X\""), "value_invalid");
        selection(with("\"scenario\":\"not a code\""), "scenario_invalid");
        selection(with("\"lines\":[{\"number\":1,\"line\":2}]"), "value_invalid");
        selection("{\"lines\":[{\"number\":\"one\"}]}", "value_missing", "value_invalid");
        selection(
                "{\"lines\":[" + String.join(",", Collections.nCopies(1001, "{\"number\":1,\"line\":1}")) + "]}",
                "selection_too_large");
        selection(
                with("\"accounts\":[" + String.join(",", Collections.nCopies(51, "\"8000\"")) + "]"),
                "selection_too_large");
    }

    @Test
    void refusesLinesThatAreNotThereOrNotToBeMoved() {
        selection("{\"lines\":[{\"number\":1,\"line\":3}]}", "line_unknown");
        selection("{\"lines\":[{\"number\":9,\"line\":1}]}", "line_unknown");
        selection("{\"from\":\"2026-05\",\"to\":\"2026-05\"}", "selection_empty");
        refused(422, asked(LINE, "{\"CHANNEL\":\"WEB\"}"), "selection_empty");
        books.post(
                HttpBooks.sale("YEAR-END", "1.00").replace("{\"externalId\"", "{\"kind\":\"CLOSING\",\"externalId\""));
        selection("{\"lines\":[{\"number\":2,\"line\":2}]}", "line_not_reclassifiable");
        books.applied(TO_SHOP);
        selection("{\"lines\":[{\"number\":3,\"line\":1}]}", "line_not_reclassifiable");
    }

    @Test
    void refusesValuesThatALineMayNotNewlyCarryAndKeepsTheAttempt() {
        books.books().put("/dimensions/CHANNEL/values", """
                [{"code":"OLD","validTo":"2025-12-31"},{"code":"SHUT","blocked":true},
                 {"code":"ALL"},{"code":"PART","parent":"ALL"}]""");
        for (String[] fault : new String[][] {
            {"OLD", "dimension_value_not_valid"},
            {"SHUT", "dimension_value_blocked"},
            {"ALL", "dimension_value_not_leaf"}
        }) {
            String id = books.drafted(asked(MARCH, "{\"CHANNEL\":\"" + fault[0] + "\"}"));
            books.step(id, "validate")
                    .statusCode(422)
                    .body("violations.code", contains(fault[1], fault[1]))
                    .body("violations.pointer", contains("/lines/0/dimensions/CHANNEL", "/lines/1/dimensions/CHANNEL"));
            given().get(books.path() + "/" + id)
                    .then()
                    .body("state", equalTo("DRAFT"))
                    .body("steps[1].action", equalTo("VALIDATE"))
                    .body("steps[1].violations", equalTo(2));
        }
    }

    @Test
    void refusesWhatPoliciesAndCombinationsRefuse() {
        books.books().put("/dimension-policies/P1", """
                {"dimension":"CHANNEL","demand":"MANDATORY","allowed":["WEB"],"accounts":["8000"]}""");
        books.books().put("/combination-rules/X1", """
                {"kind":"LIMITED","dimensions":["CUSTOMER","SEGMENT"],"combinations":[{"CUSTOMER":"C1","SEGMENT":"MKB"}]}""");

        validated(TO_SHOP, "dimension_value_not_allowed");
        validated(asked(LINE, "{\"CHANNEL\":null}"), "dimension_required");
        validated(asked(LINE, "{\"SEGMENT\":\"MKB\"}"), "combination_limited");
        validated(asked(LINE, "{\"SEGMENT\":\"MKB\",\"CHANNEL\":null}"), "dimension_required", "combination_limited");
        books.step(books.drafted(asked(LINE, "{\"SEGMENT\":\"KEY\"}")), "validate")
                .statusCode(200);
        books.step(books.drafted(TO_SHOP), "validate")
                .body("violations[0].message", containsString("(policy P1); line 2 of entry 1 has SHOP."));
    }

    @Test
    void namesTheDatesThatStandTheWrongWayRound() {
        books.draft(asked("{\"from\":\"2026-04\",\"to\":\"2026-03\"}", "{\"CHANNEL\":\"SHOP\"}"))
                .statusCode(422)
                .body("violations.message", hasItem("from 2026-04 is after to 2026-03. Give the earlier first."));
    }

    @Test
    void tellsOfAReversalOnceHoweverManyOfTheLinesItTookAway() {
        String id = books.drafted(asked("{\"from\":\"2026-03\",\"to\":\"2026-03\"}", "{\"CHANNEL\":\"SHOP\"}"));
        books.step(id, "validate").statusCode(200);
        books.reverse(sale, "2026-04-10").statusCode(201);

        books.step(id, "apply")
                .statusCode(409)
                .body("violations.code", contains("line_moved"))
                .body("violations.pointer", contains("/lines"));
    }

    @Test
    void doesNotBlameTheMoveForWhatWasAtFaultBefore() {
        books.books().put("/dimension-policies/P1", """
                {"dimension":"SEGMENT","demand":"FIXED","value":"MKB","accounts":["8000"]}""");

        books.applied(TO_SHOP);
    }

    @Test
    void doesNotCheckAgainWhatALineKeeps() {
        books.books().put("/dimensions/CUSTOMER/values", "[{\"code\":\"C1\",\"blocked\":true}]");
        books.books().put("/accounts", """
                [{"code":"8000","type":"REVENUE","statementLine":"GROSS_REVENUE","blocked":true}]""");

        books.applied(TO_SHOP);
    }

    @Test
    void movesNothingInAClosedPeriodAndEverythingInASoftClosedOne() {
        String id = books.drafted(TO_SHOP);
        books.step(id, "validate").statusCode(200);
        books.books().put("/periods/2026-03", "{\"status\":\"CLOSED\"}");

        books.step(id, "validate")
                .statusCode(422)
                .body("violations.code", contains("period_closed"))
                .body("violations[0].message", containsString("Line 2 of entry 1 lies in period 2026-03"));
        conflict(id, "apply", "not_validated");
        books.books().put("/periods/2026-03", "{\"status\":\"SOFT_CLOSED\"}");
        books.step(id, "validate").statusCode(200);
        books.step(id, "apply").statusCode(200);
        books.books().put("/periods/2026-03", "{\"status\":\"CLOSED\"}");
        books.step(id, "undo").statusCode(422).body("violations.code", contains("period_closed"));
        books.books().put("/periods/2026-03", "{\"status\":\"SOFT_CLOSED\"}");
        books.step(id, "undo").statusCode(200);
    }

    @Test
    void appliesOnlyWhatIsValidated() {
        String id = books.drafted(TO_SHOP);

        conflict(id, "apply", "not_validated");
        conflict(id, "undo", "not_applied");
        books.step(id, "validate").statusCode(200);
        conflict(id, "undo", "not_applied");
        given().delete(books.path() + "/" + id).then().statusCode(204);
        conflict(id, "apply", "not_validated");
        conflict(id, "validate", "not_open");
        given().delete(books.path() + "/" + id).then().statusCode(409).body("violations.code", contains("not_open"));
    }

    @Test
    void leavesAnAppliedOneAsItIs() {
        String id = books.applied(TO_SHOP);

        conflict(id, "validate", "not_open");
        given().delete(books.path() + "/" + id).then().statusCode(409);
        books.step(id, "undo").statusCode(200);
        conflict(id, "apply", "not_validated");
    }

    @Test
    void checksAgainWhenItApplies() {
        String id = books.drafted(TO_SHOP);
        books.step(id, "validate").statusCode(200);
        books.books().put("/dimensions/CHANNEL/values", "[{\"code\":\"SHOP\",\"blocked\":true}]");

        books.step(id, "apply").statusCode(422).body("violations.code", contains("dimension_value_blocked"));
        books.books().put("/dimensions/CHANNEL/values", "[{\"code\":\"SHOP\"}]");
        books.step(id, "apply").statusCode(200);
    }

    @Test
    void refusesToMoveALineTwiceFromTheSamePlace() {
        String first = books.drafted(TO_SHOP);
        String second = books.drafted(asked(LINE, "{\"CHANNEL\":null}"));
        books.step(first, "validate").statusCode(200);
        books.step(second, "validate").statusCode(200);
        books.step(first, "apply").statusCode(200);

        conflict(second, "apply", "line_moved");
        conflict(second, "validate", "line_moved");
        given().get(books.path() + "/" + second).then().body("state", equalTo("DRAFT"));
    }

    @Test
    void refusesToMoveALineWithoutTheOneThatHasCancelledItSince() {
        String id = books.drafted(TO_SHOP);
        books.step(id, "validate").statusCode(200);
        books.reverse(sale, "2026-04-10").statusCode(201);

        books.step(id, "apply")
                .statusCode(409)
                .body("violations.code", contains("line_moved"))
                .body("violations[0].message", containsString("Entry 2 has reversed one of the lines"));
    }

    @Test
    void undoesOnlyTheLatestOfALine() {
        String first = books.applied(TO_SHOP);
        String second = books.applied(asked(MARCH, "{\"SEGMENT\":\"MKB\"}"));

        books.step(first, "undo")
                .statusCode(409)
                .body("violations.code", contains("not_latest"))
                .body("violations[0].message", containsString("Reclassification 2 moved a line of reclassification 1"));
        books.step(second, "undo").statusCode(200);
        books.step(first, "undo").statusCode(200);
    }

    @Test
    void refusesToReverseItsEntries() {
        books.applied(TO_SHOP);
        String entry = given().queryParam("externalId", "reclassification/1/1")
                .queryParam("source", "~MARGE")
                .get(books.books().entries())
                .then()
                .extract()
                .path("items[0].id");

        books.reverse(entry, "2026-03-31").statusCode(409).body("violations.code", contains("reversed_by_undo"));
    }

    @Test
    void letsNobodyElsePostAsTheHouse() {
        given().contentType(ContentType.JSON)
                .body(HttpBooks.sale("reclassification/1/1", "1.00")
                        .replace("{\"externalId\"", "{\"source\":\"~MARGE\",\"externalId\""))
                .post(books.books().entries())
                .then()
                .statusCode(422)
                .body("violations.code", contains("source_invalid"));
        given().contentType(ContentType.JSON)
                .body(HttpBooks.sale("INV-2", "1.00")
                        .replace("{\"externalId\"", "{\"kind\":\"RECLASSIFICATION\",\"externalId\""))
                .post(books.books().entries())
                .then()
                .statusCode(422)
                .body("violations.code", contains("kind_unknown"));
    }

    private static String asked(String selection, String set) {
        return "{\"selection\":" + selection + ",\"set\":" + set + "}";
    }

    private static String with(String member) {
        return "{\"from\":\"2026-03\",\"to\":\"2026-03\"," + member + "}";
    }

    private void selection(String selection, String... codes) {
        refused(422, asked(selection, "{\"CHANNEL\":\"SHOP\"}"), codes);
    }

    private void refused(int status, String body, String... codes) {
        books.draft(body).statusCode(status).body("violations.code", containsInAnyOrder(codes));
        given().get(books.path()).then().body("items.findAll { it.state == 'DRAFT' }", hasSize(0));
    }

    private void validated(String body, String... codes) {
        books.step(books.drafted(body), "validate").statusCode(422).body("violations.code", contains(codes));
    }

    private void conflict(String id, String verb, String code) {
        books.step(id, verb).statusCode(409).body("code", equalTo("conflict")).body("violations.code", contains(code));
    }
}
