package nl.marge.ledger.defaulting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What default rules do to entries, by every way in, and how each value tells why it is there. */
@QuarkusTest
class DefaultsInPostingIT {

    private HttpBooks books;

    @BeforeEach
    void open() {
        books = HttpBooks.open();
    }

    @Test
    void tellsOfEveryStoredValueWhereItComesFromByEveryWayOut() {
        String version = rule("HOME", "SEGMENT", "MKB", 10, "ACCOUNT", "7000");
        String entry = """
                {"externalId":"E1","postingDate":"2026-03-31","dimensions":{"CHANNEL":"WEB"},"lines":[
                 {"account":"7000","amount":"10.00"},
                 {"account":"7000","amount":"5.00","dimensions":{"SEGMENT":"KEY"}},
                 {"account":"8000","amount":"-15.00","dimensions":{"CUSTOMER":"C1","CHANNEL":"SHOP"}}]}""";

        JsonPath dry = post("?dryRun=true", entry).statusCode(200).extract().jsonPath();
        JsonPath posted = post("", entry).statusCode(201).extract().jsonPath();
        JsonPath read =
                given().get(books.entries() + "/" + posted.getString("id")).jsonPath();
        JsonPath lines = given().get(books.path() + "/ledger-lines?from=2026-03&to=2026-03")
                .jsonPath();
        JsonPath changes = given().get(books.path() + "/changes?after=0").jsonPath();

        assertEquals(Map.of("CHANNEL", "WEB", "SEGMENT", "MKB"), posted.getMap("lines[0].dimensions"));
        assertEquals(Map.of("by", "HEADER"), posted.getMap("lines[0].provenance.CHANNEL"));
        assertEquals(
                Map.of(
                        "by",
                        "RULE",
                        "rule",
                        "HOME",
                        "version",
                        Integer.valueOf(version),
                        "why",
                        "Default rule HOME (priority 10) gives SEGMENT MKB for account 7000, because it was blank."),
                posted.getMap("lines[0].provenance.SEGMENT"));
        assertEquals(Map.of("by", "EXPLICIT"), posted.getMap("lines[1].provenance.SEGMENT"));
        assertEquals(Map.of("by", "EXPLICIT"), posted.getMap("lines[2].provenance.CHANNEL"));
        assertEquals("KEY", posted.getString("lines[2].derived.SEGMENT.value"));
        assertNull(posted.getString("lines[2].dimensions.SEGMENT"));
        assertNull(posted.getString("lines[2].provenance.SEGMENT"));
        for (JsonPath other : List.of(dry, read)) {
            assertEquals(posted.getList("lines"), other.<Object>getList("lines"));
        }
        for (JsonPath other : List.of(lines, changes)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(compact(posted, i), other.getMap("items[" + i + "].provenance"));
            }
        }
        String csv = given().get(books.path() + "/ledger-lines?from=2026-03&to=2026-03&format=csv")
                .asString();
        assertTrue(csv.contains(",CHANNEL:HEADER SEGMENT:RULE:HOME:" + version + "\r\n"), csv);
    }

    @Test
    void fillsAlikeWhicheverWayAnEntryComesIn() {
        rule("HOME", "SEGMENT", "MKB", 10, "ACCOUNT", "7000");
        String json = entry("JSON");
        String array = "{\"entries\":[" + entry("ARRAY") + "]}";
        post("", json).statusCode(201);
        post("/batch", array).statusCode(200);
        given().contentType("application/x-ndjson")
                .body(entry("NDJSON").replace("\n", "").getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + "/batch?atomic=false")
                .then()
                .statusCode(200);

        List<Object> filled = new ArrayList<>();
        for (String id : List.of("JSON", "ARRAY", "NDJSON")) {
            JsonPath found = given().get(books.entries() + "?source=API&externalId=" + id)
                    .jsonPath();
            filled.add(found.getMap("items[0].lines[0].provenance"));
            assertEquals("MKB", found.getString("items[0].lines[0].dimensions.SEGMENT"));
        }
        assertEquals(1, filled.stream().distinct().count());
    }

    @Test
    void keepsWhatWasPostedWhenTheRuleChangesOrGoes() {
        String version = rule("HOME", "SEGMENT", "MKB", 10, "ACCOUNT", "7000");
        String id = post("", entry("E1")).statusCode(201).extract().path("id");
        String before = given().get(books.entries() + "/" + id).asString();

        rule("HOME", "SEGMENT", "KEY", 20, "ACCOUNT", null);
        String after = given().get(books.entries() + "/" + id).asString();
        post("", entry("E1")).statusCode(200).body("outcome", equalTo("UNCHANGED"));
        post("", entry("E2")).statusCode(201).body("lines[0].dimensions.SEGMENT", equalTo("KEY"));
        given().delete(books.path() + "/default-rules/HOME").then().statusCode(204);

        assertEquals(before, after);
        assertEquals(before, given().get(books.entries() + "/" + id).asString());
        post("", entry("E3")).statusCode(201).body("lines[0].dimensions.SEGMENT", nullValue());
        given().get(books.path() + "/default-rules/HOME/versions/" + version)
                .then()
                .body("value", equalTo("MKB"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(books.entries() + "/" + id + "/reversal")
                .then()
                .statusCode(201)
                .body("lines[0].dimensions.SEGMENT", equalTo("MKB"))
                .body("lines[0].provenance.SEGMENT.rule", equalTo("HOME"));
    }

    @Test
    void handsTheOnlyCustomerOfAnEntryOnToItsOtherLines() {
        rule("CUST", "CUSTOMER", null, 5, "ENTRY", null);
        String lines = """
                {"externalId":"%s","postingDate":"2026-03-31","lines":[
                 {"account":"8000","amount":"-3.00"},
                 {"account":"1300","amount":"2.00","dimensions":{"CUSTOMER":"C1"}},
                 {"account":"1300","amount":"1.00","dimensions":{"CUSTOMER":"%s"}}]}""";

        post("", lines.formatted("ONE", "C1"))
                .statusCode(201)
                .body("lines[0].dimensions.CUSTOMER", equalTo("C1"))
                .body("lines[0].provenance.CUSTOMER", equalTo(Map.of("by", "INHERITED", "line", 2)))
                .body("lines[0].derived.SEGMENT.value", equalTo("KEY"))
                .body("lines[1].provenance.CUSTOMER.by", equalTo("EXPLICIT"));
        post("", lines.formatted("TWO", "C2")).statusCode(201).body("lines[0].dimensions.CUSTOMER", nullValue());
        given().get(books.path() + "/ledger-lines?from=2026-03&to=2026-03")
                .then()
                .body("items[0].provenance.CUSTOMER", equalTo(Map.of("by", "INHERITED", "line", 2)));
    }

    @Test
    void refusesValueThatARuleGivesAndNamesTheRule() {
        rule("HOME", "SEGMENT", "MKB", 10, "ACCOUNT", "7000");
        books.put("/dimensions/SEGMENT/values/MKB", "{\"blocked\":true}");

        post("", entry("E1"))
                .statusCode(422)
                .body("violations[0].code", equalTo("dimension_value_blocked"))
                .body("violations[0].pointer", equalTo("/lines/0/dimensions/SEGMENT"))
                .body(
                        "violations[0].message",
                        equalTo("Value MKB of dimension SEGMENT, which default rule HOME gives, is blocked for new"
                                + " postings. Unblock it or use another."));
    }

    @Test
    void namesTheRuleWhereAPolicyOrACombinationRefusesWhatItGives() {
        rule("HOME", "SEGMENT", "MKB", 10, "ACCOUNT", "7000");
        String policy = "/dimension-policies/P";
        books.put(policy, "{\"dimension\":\"SEGMENT\",\"demand\":\"FIXED\",\"value\":\"KEY\",\"accounts\":[\"7000\"]}");
        refused("only with value KEY (policy P); line 1 has MKB, which default rule HOME gives. Give KEY.");
        books.put(policy, "{\"dimension\":\"SEGMENT\",\"demand\":\"FORBIDDEN\",\"accounts\":[\"7000\"]}");
        refused("line 1 has MKB, which default rule HOME gives. Keep that rule off this account, or");
        books.put(policy, "{\"dimension\":\"SEGMENT\",\"demand\":\"MANDATORY\",\"allowed\":[\"KEY\"]}");
        refused("line 1 has MKB, which default rule HOME gives. Use one of those");
        books.put(policy, "{\"dimension\":\"SEGMENT\",\"demand\":\"OPTIONAL\"}");
        books.put("/combination-rules/C", "{\"kind\":\"BLOCKED\",\"dimensions\":[\"SEGMENT\",\"CHANNEL\"]}");
        refused("line 1 has SEGMENT MKB (by default rule HOME) and CHANNEL WEB.");
    }

    private void refused(String message) {
        post(
                        "",
                        entry("E1")
                                .replace(
                                        "\"account\":\"7000\",",
                                        "\"account\":\"7000\",\"dimensions\":{\"CHANNEL\":\"WEB\"},"))
                .statusCode(422)
                .body("violations.message", hasItem(containsString(message)));
    }

    @Test
    void leavesWhatTheSenderNamedAloneBeItUnknown() {
        rule("HOME", "SEGMENT", "MKB", 10, "ACCOUNT", null);
        String entry = """
                {"externalId":"E1","postingDate":"2026-03-31","lines":[
                 {"account":"7000","amount":"1.00","dimensions":{"SEGMENT":"NONE"}},{"account":"1300","amount":"-1"}]}""";

        post("", entry).statusCode(422).body("violations.code", hasItem("dimension_value_unknown"));
    }

    @Test
    void addsNothingToClosingEntries() {
        rule("HOME", "SEGMENT", "MKB", 10, "ACCOUNT", null);

        post("", entry("E1").replace("{\"externalId\"", "{\"kind\":\"CLOSING\",\"externalId\""))
                .statusCode(201)
                .body("lines[0].dimensions.SEGMENT", nullValue());
    }

    @Test
    void doesNotCareInWhichOrderThePayloadSaysThings() {
        books.put("/dimensions/CUSTOMER/values/C3", "{}");
        rule("LOW", "SEGMENT", "MKB", 20, "CHANNEL", "WEB");
        rule("HIGH", "SEGMENT", "KEY", 10, "CUSTOMER", "C3");
        String forwards = """
                {"externalId":"A","postingDate":"2025-12-31","dimensions":{"CHANNEL":"WEB"},"lines":[
                 {"account":"7000","amount":"1.00","dimensions":{"CUSTOMER":"C3"}},{"account":"1300","amount":"-1"}]}""";
        String backwards = """
                {"lines":[{"dimensions":{"CUSTOMER":"C3"},"amount":"1.00","account":"7000"},
                 {"amount":"-1","account":"1300"}],"dimensions":{"CHANNEL":"WEB"},"postingDate":"2025-12-31",
                 "externalId":"B"}""";

        Object first = post("", forwards).statusCode(201).extract().path("lines");
        Object second = post("", backwards).statusCode(201).extract().path("lines");

        assertEquals(first, second);
        given().get(books.entries() + "?source=API&externalId=A")
                .then()
                .body("items[0].lines[0].provenance.SEGMENT.why", containsString("Default rule HIGH"))
                .body("items[0].lines[1].provenance.SEGMENT.why", containsString("Default rule LOW"));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static Map<String, Map<String, Object>> compact(JsonPath posted, int line) {
        Map<String, Map<String, Object>> compact = posted.getMap("lines[" + line + "].provenance");
        compact.values().forEach(origin -> origin.remove("why"));
        return compact;
    }

    private static String entry(String externalId) {
        return """
                {"externalId":"%s","postingDate":"2026-03-31","lines":[
                 {"account":"7000","amount":"1.00"},{"account":"1300","amount":"-1"}]}""".formatted(externalId);
    }

    private ValidatableResponse post(String below, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(books.entries() + below)
                .then();
    }

    /** Puts a rule and answers its version. */
    private String rule(String code, String dimension, String value, int priority, String source, String record) {
        String body = "{\"dimension\":\"%s\",\"value\":%s,\"priority\":%d,\"source\":\"%s\",\"record\":%s}"
                .formatted(dimension, quoted(value), priority, source, quoted(record));
        String etag = given().contentType(ContentType.JSON)
                .body(body)
                .put(books.path() + "/default-rules/" + code)
                .then()
                .extract()
                .header("ETag");
        return etag.replace("\"", "");
    }
}
