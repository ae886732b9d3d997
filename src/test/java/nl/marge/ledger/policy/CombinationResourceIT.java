package nl.marge.ledger.policy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/** Combination rules over HTTP: upkeep, and what postings hear of them at once. */
@QuarkusTest
class CombinationResourceIT {

    private static final String LIMITED = """
            {"code":"R1","kind":"LIMITED","dimensions":["SEGMENT","CHANNEL"],\
            "combinations":[{"CHANNEL":"WEB","SEGMENT":"KEY"},{"SEGMENT":"MKB","CHANNEL":"SHOP"}],\
            "validFrom":null,"validTo":"2026-12-31"}""";

    @Test
    void createsReadsReplacesAndRemovesOneRule() {
        String rules = HttpBooks.open().path() + "/combination-rules";

        String tag = put(rules + "/R1", LIMITED).statusCode(201).extract().header("ETag");
        put(rules + "/R1", LIMITED).statusCode(200).header("ETag", tag);
        String shown = given().get(rules + "/R1")
                .then()
                .header("ETag", tag)
                .body("dimensions", contains("SEGMENT", "CHANNEL"))
                .body("combinations.SEGMENT", contains("KEY", "MKB"))
                .body("combinations.CHANNEL", contains("WEB", "SHOP"))
                .body("validTo", equalTo("2026-12-31"))
                .extract()
                .asString();
        put(rules + "/R1", shown).statusCode(200).header("ETag", tag);
        put(rules, "[" + LIMITED + ",{\"code\":\"R0\",\"kind\":\"BLOCKED\",\"dimensions\":[\"SEGMENT\",\"CUSTOMER\"]}]")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1));
        given().get(rules).then().body("items.code", contains("R0", "R1"));
        given().header("If-Match", "\"1\"").delete(rules + "/R1").then().statusCode(412);
        given().delete(rules + "/R1").then().statusCode(204);
        given().get(rules + "/R1").then().statusCode(404);
        given().delete(rules + "/R1").then().statusCode(404);
    }

    @Test
    void refusesARuleThatRefusesNothingAndTellsAllThatIsWrong() {
        String rules = HttpBooks.open().path() + "/combination-rules";

        put(rules, """
                        [{"code":"A","kind":"BLOCKED","dimensions":["SEGMENT"],"combinations":[{"SEGMENT":"KEY"}]},
                         {"code":"B","kind":"LIMITED","dimensions":["SEGMENT","SEGMENT","NOBODY"]},
                         {"code":"C","kind":"LIMITED","dimensions":["SEGMENT","CHANNEL"],
                          "combinations":[{"SEGMENT":"KEY"},{"SEGMENT":"X","CHANNEL":"WEB"}]},
                         {"code":"D"}]""")
                .statusCode(422)
                .body(
                        "violations.pointer",
                        contains(
                                "/0/dimensions",
                                "/1/combinations",
                                "/3/kind",
                                "/3/dimensions",
                                "/0/combinations",
                                "/1/dimensions/1",
                                "/2/combinations/0",
                                "/1/dimensions/2",
                                "/2/combinations/1/SEGMENT"));
        given().get(rules).then().body("items", empty());
        put(rules + "/A", "{\"kinds\":1}").statusCode(400);
    }

    @Test
    void refusesListedCombinationsInWhateverOrderTheyStand() {
        HttpBooks books = HttpBooks.open();
        books.put("/combination-rules/R1", LIMITED);

        post(books, "SHOP", "KEY", "2026-03-31").statusCode(201);
        post(books, "WEB", "MKB", "2026-03-31").statusCode(201);
        post(books, "WEB", "KEY", "2026-03-31")
                .statusCode(422)
                .body("violations.code", contains("combination_limited"))
                .body("violations.pointer", contains("/lines/0/dimensions"))
                .body(
                        "violations[0].message",
                        containsString("SEGMENT KEY and CHANNEL WEB do not go together (rule R1); line 1 has them"));
        post(books, "WEB", "KEY", "2027-01-01").statusCode(201);
    }

    @Test
    void refusesCombinationsBelowAValue() {
        HttpBooks books = HttpBooks.open();
        books.put("/dimensions/SEGMENT/values", "[{\"code\":\"ALL\"},{\"code\":\"SMALL\",\"parent\":\"ALL\"}]");
        books.put(
                "/combination-rules/R1",
                "{\"kind\":\"LIMITED\",\"dimensions\":[\"SEGMENT\",\"CHANNEL\"],"
                        + "\"combinations\":[{\"SEGMENT\":\"ALL*\",\"CHANNEL\":\"WEB\"}]}");

        post(books, "WEB", "SMALL", "2026-03-31")
                .statusCode(422)
                .body("violations.code", contains("combination_limited"));
        post(books, "WEB", "KEY", "2026-03-31").statusCode(201);
    }

    @Test
    void refusesBlockedDimensionsOnlyWhenAllArePresent() {
        HttpBooks books = HttpBooks.open();
        books.put(
                "/combination-rules/R1",
                "{\"kind\":\"BLOCKED\",\"dimensions\":[\"SEGMENT\",\"CHANNEL\",\"CUSTOMER\"]}");

        post(books, "WEB", "KEY", "2026-03-31").statusCode(201);
        books.put("/combination-rules/R1", "{\"kind\":\"BLOCKED\",\"dimensions\":[\"SEGMENT\",\"CHANNEL\"]}");
        post(books, "WEB", "MKB", "2026-03-31")
                .statusCode(422)
                .body("violations.code", contains("combination_blocked"));
        // C1 belongs to a segment, but the line does not carry it.
        given().contentType(ContentType.JSON)
                .body(HttpBooks.sale("DERIVED", "1.00"))
                .post(books.entries())
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse post(HttpBooks books, String channel, String segment, String date) {
        return given().contentType(ContentType.JSON)
                .body("""
                        {"externalId":"%s","kind":"COST","postingDate":"%s","dimensions":{"CHANNEL":"%s"},
                         "lines":[{"account":"8000","amount":"-1","dimensions":{"SEGMENT":"%s"}}]}""".formatted(channel + segment + date, date, channel, segment))
                .post(books.entries())
                .then();
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }
}
