package nl.marge.ledger.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/** Dimension policies over HTTP: upkeep, and what postings hear of them at once. */
@QuarkusTest
class PolicyResourceIT {

    private static final String FULL = """
            {"code":"P1","dimension":"SEGMENT","demand":"MANDATORY","accounts":["7000","80*"],\
            "accountTypes":["REVENUE"],"value":null,"allowed":["KEY"],"validFrom":"2026-01-01","validTo":null}""";

    @Test
    void createsReadsReplacesAndRemovesOnePolicy() {
        String policies = HttpBooks.open().path() + "/dimension-policies";

        String tag = put(policies + "/P1", FULL).statusCode(201).extract().header("ETag");
        put(policies + "/P1", FULL).statusCode(200).header("ETag", tag);
        given().get(policies + "/P1")
                .then()
                .header("ETag", tag)
                .body("code", equalTo("P1"))
                .body("accounts", contains("7000", "80*"))
                .body("accountTypes", contains("REVENUE"))
                .body("allowed", contains("KEY"))
                .body("validFrom", equalTo("2026-01-01"))
                .body("validTo", nullValue());
        given().header("If-None-Match", tag).get(policies + "/P1").then().statusCode(304);
        put(policies + "/P1", "{\"dimension\":\"SEGMENT\",\"demand\":\"OPTIONAL\"}")
                .statusCode(200)
                .body("accounts", empty())
                .body("validFrom", nullValue());
        given().header("If-Match", tag).delete(policies + "/P1").then().statusCode(412);
        given().delete(policies + "/P1").then().statusCode(204);
        given().get(policies + "/P1").then().statusCode(404).body("code", equalTo("unknown"));
        given().delete(policies + "/P1").then().statusCode(404);
    }

    @Test
    void whatGetShowsCanBePut() {
        String policies = HttpBooks.open().path() + "/dimension-policies";
        String tag = put(policies + "/P1", FULL).statusCode(201).extract().header("ETag");

        String shown = given().get(policies + "/P1").asString();

        put(policies + "/P1", shown).statusCode(200).header("ETag", tag);
    }

    @Test
    void upsertsManyAndListsThemByCode() {
        String policies = HttpBooks.open().path() + "/dimension-policies";
        String two = "[{\"code\":\"P2\",\"dimension\":\"CHANNEL\",\"demand\":\"FORBIDDEN\"}," + FULL + "]";

        put(policies, two).statusCode(200).body("created", equalTo(2));
        put(policies, two.replace("FORBIDDEN", "OPTIONAL"))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));

        given().get(policies + "?limit=1")
                .then()
                .body("items.code", contains("P1"))
                .body("next", notNullValue());
    }

    @Test
    void refusesAPolicyThatNoLineCouldObeyAndTellsAllThatIsWrong() {
        HttpBooks books = HttpBooks.open();
        books.put("/dimensions/SEGMENT/values", "[{\"code\":\"EU\"},{\"code\":\"NL\",\"parent\":\"EU\"}]");
        String policies = books.path() + "/dimension-policies";

        put(policies, """
                        [{"code":"A B","dimension":"NOBODY","demand":"SOMETIMES"},
                         {"code":"P","dimension":"SEGMENT","demand":"MANDATORY","value":"KEY","allowed":["EU","EU*","X"],
                          "accounts":["1*3","9..1","4711"],"accountTypes":["COST"],"validFrom":"2026-02-30"},
                         {"code":"Q","dimension":"SEGMENT","demand":"FORBIDDEN","allowed":["KEY"],
                          "validFrom":"2026-02-01","validTo":"2026-01-31"},
                         {"code":"Q","dimension":"SEGMENT"}]""")
                .statusCode(422)
                .body(
                        "violations.pointer",
                        contains(
                                "/0/code",
                                "/3/code",
                                "/3/demand",
                                "/0/demand",
                                "/1/accounts/0",
                                "/1/accounts/1",
                                "/1/accountTypes/0",
                                "/1/value",
                                "/1/validFrom",
                                "/2/allowed",
                                "/2/validTo",
                                "/1/accounts/2",
                                "/0/dimension",
                                "/1/allowed/2",
                                "/1/allowed/0"))
                .body("violations.message", hasItem(containsString("Write EU* for it and all below.")));
        for (String value : List.of("EU", "EU*")) {
            put(policies + "/P", "{\"dimension\":\"SEGMENT\",\"demand\":\"FIXED\",\"value\":\"" + value + "\"}")
                    .statusCode(422)
                    .body("violations.pointer", contains("/value"))
                    .body("violations[0].message", endsWith("or demand MANDATORY with allowed EU*."));
        }
        given().get(policies).then().body("items", empty());
    }

    @Test
    void refusesShapesThatTheContractDoesNotKnow() {
        String policies = HttpBooks.open().path() + "/dimension-policies";

        put(policies + "/P1", "{\"dimension\":1,\"demnad\":\"x\",\"accounts\":\"6100\"}")
                .statusCode(400)
                .body("violations.code", contains("member_unknown", "type_wrong", "type_wrong"));
        put("/api/v1/companies/NOBODY/dimension-policies/P1", "no json").statusCode(404);
    }

    @Test
    void holdsForWhatIsPostedFromThenOnByPostingDate() {
        HttpBooks books = HttpBooks.open();
        post(books, HttpBooks.revenue("BEFORE", "1.00").replace("\"CUSTOMER\":\"C1\"", ""))
                .statusCode(201);
        books.put(
                "/dimension-policies/P1",
                "{\"dimension\":\"SEGMENT\",\"demand\":\"MANDATORY\",\"validFrom\":\"2026-03-01\"}");

        post(books, HttpBooks.revenue("MEMBER", "1.00")).statusCode(201);
        post(books, HttpBooks.revenue("NONE", "1.00").replace("\"CUSTOMER\":\"C1\"", ""))
                .statusCode(422)
                .body("code", equalTo("entry_refused"))
                .body("violations.code", contains("dimension_required"))
                .body("violations.pointer", contains("/lines/0/dimensions/SEGMENT"))
                .body("violations[0].message", containsString("Account 8000 requires dimension SEGMENT (policy P1)"));
        post(
                        books,
                        HttpBooks.revenue("EARLIER", "1.00")
                                .replace("\"CUSTOMER\":\"C1\"", "")
                                .replace("2026-03-31", "2026-02-28"))
                .statusCode(201);
        given().delete(books.path() + "/dimension-policies/P1").then().statusCode(204);
        post(books, HttpBooks.revenue("AFTER", "1.00").replace("\"CUSTOMER\":\"C1\"", ""))
                .statusCode(201);
    }

    @Test
    void concernsRevenueAndCostOnlyUnlessAccountsAreNamed() {
        HttpBooks books = HttpBooks.open();
        books.put("/dimension-policies/P1", "{\"dimension\":\"CHANNEL\",\"demand\":\"FORBIDDEN\"}");
        post(books, HttpBooks.sale("SALE", "1.00"))
                .statusCode(422)
                .body("violations.pointer", contains("/lines/1/dimensions/CHANNEL"));

        books.put(
                "/dimension-policies/P1",
                "{\"dimension\":\"CHANNEL\",\"demand\":\"FORBIDDEN\",\"accounts\":[\"1000..1999\"]}");

        post(books, HttpBooks.sale("SALE", "1.00"))
                .statusCode(422)
                .body("violations.pointer", contains("/lines/0/dimensions/CHANNEL"));
    }

    @Test
    void tellsEveryPolicyThatALineBreaks() {
        HttpBooks books = HttpBooks.open();
        books.put("/dimension-policies", """
                [{"code":"P1","dimension":"CHANNEL","demand":"MANDATORY","accounts":["8000"]},
                 {"code":"P2","dimension":"CHANNEL","demand":"FIXED","value":"WEB","accounts":["80*"]},
                 {"code":"P3","dimension":"SEGMENT","demand":"MANDATORY","allowed":["MKB"]}]""");

        post(books, HttpBooks.revenue("E1", "1.00"))
                .statusCode(422)
                .body(
                        "violations.code",
                        contains("dimension_required", "dimension_fixed", "dimension_value_not_allowed"))
                .body("violations[2].message", containsString("line 1 has KEY by membership on 2026-03-31"));
    }

    @Test
    void aReversalIsNotHeldAgainstPoliciesThatCameLater() {
        HttpBooks books = HttpBooks.open();
        String id = post(books, HttpBooks.sale("E1", "1.00"))
                .statusCode(201)
                .extract()
                .path("id");
        books.put("/dimension-policies/P1", "{\"dimension\":\"CHANNEL\",\"demand\":\"FORBIDDEN\"}");

        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"mistake\"}")
                .post(books.entries() + "/" + id + "/reversal")
                .then()
                .statusCode(201);
    }

    @Test
    void whatAPolicyOrRuleNamesIsNotRemoved() {
        HttpBooks books = HttpBooks.open();
        books.put("/dimensions/SEGMENT/values", "[{\"code\":\"VIP\"}]");
        books.put("/dimension-policies/P1", FULL.replace("\"KEY\"", "\"VIP\""));
        books.put(
                "/combination-rules/R1",
                "{\"kind\":\"LIMITED\",\"dimensions\":[\"CUSTOMER\",\"CHANNEL\"],"
                        + "\"combinations\":[{\"CUSTOMER\":\"C2\",\"CHANNEL\":\"SHOP\"}]}");

        refusesToRemove(books, "/dimensions/SEGMENT/values/VIP", "policy P1");
        refusesToRemove(books, "/dimensions/CHANNEL/values/SHOP", "combination rule R1");
        refusesToRemove(books, "/accounts/7000", "policy P1");
        given().delete(books.path() + "/dimensions/CHANNEL/values/WEB").then().statusCode(204);
        given().delete(books.path() + "/accounts/8000").then().statusCode(204);
        given().delete(books.path() + "/combination-rules/R1").then().statusCode(204);
        given().delete(books.path() + "/dimensions/CHANNEL/values/SHOP").then().statusCode(204);
    }

    private static void refusesToRemove(HttpBooks books, String path, String because) {
        given().delete(books.path() + path)
                .then()
                .statusCode(409)
                .body("violations.code", contains("in_use"))
                .body("violations[0].message", containsString(because));
    }

    private static ValidatableResponse post(HttpBooks books, String entry) {
        return given().contentType(ContentType.JSON)
                .body(entry)
                .post(books.entries())
                .then();
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }
}
