package nl.marge.ledger.defaulting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Upkeep of default rules over HTTP, on a real database. */
@QuarkusTest
class DefaultRuleResourceIT {

    private static final String RULE = """
            {"dimension":"SEGMENT","value":"KEY","priority":10,"source":"ACCOUNT","record":"8000",
             "conditions":[{"dimension":"CHANNEL","value":"WEB*"},{"account":"8*"},
                           {"dimension":"CUSTOMER","attribute":"country","equals":"NL"}],
             "validFrom":"2026-01-01","validTo":"2026-12-31"}""";

    private String rules;

    @BeforeEach
    void open() {
        rules = HttpBooks.open().path() + "/default-rules";
    }

    @Test
    void createsReadsReplacesAndTakesAwayOneRule() {
        String etag = put("/R1", RULE).statusCode(201).extract().header("ETag");
        put("/R1", RULE).statusCode(200).header("ETag", etag);
        String shown = given().get(rules + "/R1")
                .then()
                .statusCode(200)
                .body("code", equalTo("R1"))
                .body("conditions", hasSize(3))
                .body("conditions[0].value", equalTo("WEB*"))
                .body("validTo", equalTo("2026-12-31"))
                .extract()
                .asString();
        put("/R1", shown).statusCode(200).header("ETag", etag);
        given().header("If-None-Match", etag).get(rules + "/R1").then().statusCode(304);

        put("/R1", simple("SEGMENT", "MKB", 10)).statusCode(200).body("conditions", hasSize(0));
        given().header("If-Match", etag).delete(rules + "/R1").then().statusCode(412);
        given().delete(rules + "/R1").then().statusCode(204);

        given().get(rules + "/R1").then().statusCode(404).body("code", equalTo("unknown"));
        given().delete(rules + "/R1").then().statusCode(404);
        String version = etag.replace("\"", "");
        given().get(rules + "/R1/versions/" + version)
                .then()
                .statusCode(200)
                .body("value", equalTo("KEY"))
                .body("conditions", hasSize(3));
        given().get(rules + "/R1/versions/1").then().statusCode(404);
        given().get(rules + "/R1/versions/x").then().statusCode(404);
        put("/R1", RULE).statusCode(201);
    }

    @Test
    void upsertsManyWhateverTheirOrderAndListsThemByCode() {
        String b = simple("SEGMENT", "KEY", 2).replace("{", "{\"code\":\"B\",");
        String a = simple("SEGMENT", "MKB", 1).replace("{", "{\"code\":\"A\",");
        put("", "[" + b + "," + a + "]").statusCode(200).body("created", equalTo(2));

        String swappedB = b.replace(":2", ":1");
        String swappedA = a.replace(":1", ":2");
        put("", "[" + swappedA + "," + swappedB + "]").statusCode(200).body("updated", equalTo(2));

        given().get(rules + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.code", contains("A"))
                .body("items.priority", contains(2));
        given().get(rules).then().body("items.code", contains("A", "B")).body("next", nullValue());
    }

    @Test
    void refusesEqualPrioritiesOfOneDimensionOnTheSameDay() {
        put("/A", simple("SEGMENT", "KEY", 1)).statusCode(201);

        put("/B", simple("SEGMENT", "MKB", 1))
                .statusCode(422)
                .body("violations.code", contains("priority_taken"))
                .body("violations[0].pointer", equalTo("/priority"))
                .body(
                        "violations[0].message",
                        equalTo(
                                "Default rules B and A for SEGMENT would both have priority 1 on the same day. Give each"
                                        + " its own number, or validities that do not overlap."));
        put("/C", simple("CHANNEL", "WEB", 1)).statusCode(201);
        put("/A", simple("SEGMENT", "KEY", 1).replace("}", ",\"validTo\":\"2026-03-31\"}"))
                .statusCode(200);
        put("/B", simple("SEGMENT", "MKB", 1).replace("}", ",\"validFrom\":\"2026-04-01\"}"))
                .statusCode(201);
    }

    @Test
    void keepsWhatARuleNamesUntilTheRuleIsGone() {
        String company = rules.replace("/default-rules", "");
        List<String> named =
                List.of("/accounts/7000", "/dimensions/SEGMENT/values/NEW", "/dimensions/CHANNEL/values/SHOP");
        given().contentType(ContentType.JSON).body("{}").put(company + named.get(1));
        put("/R1", RULE.replace("WEB*", "SHOP").replace("8000", "7000")).statusCode(201);
        put("/R2", simple("SEGMENT", "NEW", 77)).statusCode(201);

        for (String one : named) {
            given().delete(company + one)
                    .then()
                    .statusCode(409)
                    .body("violations.code", contains("in_use"))
                    .body("violations[0].message", containsString("is named by default rule R"));
        }
        given().delete(rules + "/R1").then().statusCode(204);
        given().delete(rules + "/R2").then().statusCode(204);
        for (String one : named) {
            given().delete(company + one).then().statusCode(204);
        }
    }

    @Test
    void refusesWithAllThatIsWrongAtOnce() {
        put("/bad", """
                {"dimension":"NOWHERE","value":"X","priority":0,"source":"ACCOUNT","record":"type:EXPENSES",
                 "conditions":[{"dimension":"CHANNEL","value":"NONE"},{"account":"4..1"},{"dimension":"CHANNEL"}],
                 "validFrom":"2026-13-01"}""")
                .statusCode(422)
                .body(
                        "violations.code",
                        contains(
                                "value_invalid",
                                "value_invalid",
                                "value_invalid",
                                "value_invalid",
                                "value_invalid",
                                "dimension_unknown",
                                "dimension_value_unknown"));
        put("/bad", "{}")
                .statusCode(422)
                .body("violations.code", contains("value_missing", "value_missing", "value_missing"))
                .body("violations.pointer", contains("/dimension", "/priority", "/source"));
        put("/bad", "{\"dimensions\":\"SEGMENT\"}").statusCode(400).body("violations.code", contains("member_unknown"));
        put("/bad", simple("SEGMENT", "KEY", 1).replace("\"ACCOUNT\"", "\"SEGMENT\""))
                .statusCode(422)
                .body("violations[0].message", containsString("fills SEGMENT where it is blank"));
        put("/bad", simple("SEGMENT", "KEY", 1).replace("}", ",\"record\":\"9999\"}"))
                .statusCode(422)
                .body("violations.code", contains("account_unknown"));
        put(
                        "/bad",
                        "{\"dimension\":\"SEGMENT\",\"value\":\"KEY\",\"record\":\"X\",\"priority\":6,\"source\":\"ENTRY\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/value", "/record"));
        put(
                        "/bad",
                        simple("SEGMENT", "KEY", 7)
                                .replace("}", ",\"conditions\":[{\"account\":\"4711\"},{\"account\":\"47*\"}]}"))
                .statusCode(422)
                .body("violations.code", contains("account_unknown"))
                .body("violations.pointer", contains("/conditions/0/account"));
        given().get(rules + "/bad").then().statusCode(404);
        given().get(rules.replace("BOOKS", "NO") + "/bad").then().statusCode(404);
    }

    private ValidatableResponse put(String below, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(rules + below)
                .then();
    }

    private static String simple(String dimension, String value, int priority) {
        return "{\"dimension\":\"%s\",\"value\":\"%s\",\"priority\":%d,\"source\":\"ACCOUNT\"}"
                .formatted(dimension, value, priority);
    }
}
