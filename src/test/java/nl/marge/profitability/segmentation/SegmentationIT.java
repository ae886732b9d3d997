package nl.marge.profitability.segmentation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Segmentations on eight customers, worked out in docs/spec-segmentation.md. */
@QuarkusTest
class SegmentationIT {

    private static final String DAY = "2026-04-01";
    private static final String TIERS = """
            {"name":"Value tiers","of":"CUSTOMER","into":"VALUE_TIER","measure":"CM4","months":12,"method":"TIERS",
             "tiers":[{"segment":"GOLD","topPercent":"20"},{"segment":"SILVER","topPercent":"50"},
             {"segment":"BRONZE"}]}""";
    private static final String RULES = """
            {"of":"CUSTOMER","into":"GROUP","method":"RULES","rules":[
             {"segment":"NL_KEY","conditions":[{"attribute":"country","is":["NL"]},{"measure":"CM4","above":"2500"}]},
             {"segment":"NL","conditions":[{"attribute":"country","is":["NL"]}]},
             {"segment":"LOSS","conditions":[{"measure":"CM4","atMost":"0"}]}]}""";

    @Test
    void previewsTiersWithTheirPAndLAndWhoMovesAndWhy() {
        SegmentationBooks books = SegmentationBooks.golden();
        books.keep("TIERS", TIERS).statusCode(201).body("withoutLines", equalTo("KEEP"));

        ValidatableResponse answer = books.preview("TIERS", DAY)
                .statusCode(200)
                .header("X-Marge-Difference", "0.00")
                .body("from", equalTo("2025-04"))
                .body("to", equalTo("2026-03"))
                .body("segments.segment", contains("GOLD", "SILVER", "BRONZE"))
                .body("segments.members", contains(2, 2, 4))
                .body("segments.membersNow", contains(2, 2, 0))
                .body("segments.value", contains("9000.00", "5000.00", "700.00"))
                .body("segments.netRevenue", contains("18000.00", "10000.00", "3900.00"))
                .body("segments.share", contains("61.22", "34.01", "4.76"))
                .body("segments[0].name", equalTo("Gold"))
                .body("segments[0].examples.code", contains("C1", "C2"))
                .body("none.segment", nullValue())
                .body("none.members", equalTo(0))
                .body("others.kind", contains("UNASSIGNED"))
                .body("others[0].value", equalTo("-700.00"))
                .body("company", equalTo("14000.00"))
                .body("reconciliation.ledger", equalTo("14000.00"))
                .body("missing", hasSize(0))
                .body("movesTotal", equalTo(6));

        assertEquals("[9, 3, 2, 4, 0, 0, 60.00, 1]", stability(answer));
        assertEquals(
                List.of(
                        "C2 SILVER GOLD 2 3000.00: CM4 3000.00 is rank 2 of 8, among the first 2 (top 20 %)."
                                + " [2025-04-01: 900.00, 2 of 2]",
                        "C4 null SILVER 4 2500.00: CM4 2500.00 is rank 4 of 8, among the first 4 (top 50 %).",
                        "C5 GOLD BRONZE 5 1000.00: CM4 1000.00 is rank 5 of 8, after the first 4 (top 50 %)."
                                + " [2025-04-01: 3000.00, 1 of 2]",
                        "C6 null BRONZE 6 300.00: CM4 300.00 is rank 6 of 8, after the first 4 (top 50 %).",
                        "C7 null BRONZE 7 0.00: CM4 0.00 is rank 7 of 8, after the first 4 (top 50 %).",
                        "C8 null BRONZE 8 -600.00: CM4 -600.00 is rank 8 of 8, after the first 4 (top 50 %)."),
                moves(answer));
        assertEquals(
                List.of(
                        "GOLD BRONZE 1 1000.00",
                        "SILVER GOLD 1 3000.00",
                        "null BRONZE 3 -300.00",
                        "null SILVER 1 2500.00"),
                flows(answer));
        given().urlEncodingEnabled(false)
                .get(answer.extract().<String>path("segments[0].examples[1].drill"))
                .then()
                .body("items.amount", contains("-8000.00", "5000.00"));
    }

    @Test
    void tellsEveryCustomerAsCsv() {
        SegmentationBooks books = SegmentationBooks.golden();
        books.keep("TIERS", TIERS);

        String csv = given().contentType(ContentType.JSON)
                .body("{\"asOf\":\"" + DAY + "\"}")
                .post(books.path() + "/segmentations/TIERS/preview?format=csv")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();

        String[] rows = csv.split("\r\n");
        assertEquals(10, rows.length);
        assertEquals("code,name,from,to,rank,value,net_revenue,cm1,since,rank_before,value_before,why", rows[0]);
        assertEquals(
                "C2,C2,SILVER,GOLD,2,3000.00,8000.00,3000.00,2025-04-01,2,900.00,"
                        + "\"CM4 3000.00 is rank 2 of 8, among the first 2 (top 20 %).\"",
                rows[2]);
        assertEquals("C9,C9,SILVER,SILVER,,,,,,,,No line in 2025-04 to 2026-03; it stays.", rows[9]);
    }

    @Test
    void putsIntoTheFirstRuleThatHolds() {
        SegmentationBooks books = SegmentationBooks.golden();
        books.put("/dimensions/GROUP", "{}");
        books.put("/dimensions/GROUP/values", "[{\"code\":\"NL_KEY\"},{\"code\":\"NL\"}]");
        books.keep("RULES", RULES).statusCode(201).body("measure", equalTo("CM4"));

        ValidatableResponse answer = books.preview("RULES", DAY)
                .statusCode(200)
                .body("segments.segment", contains("NL_KEY", "NL", "LOSS"))
                .body("segments.members", contains(1, 4, 1))
                .body("segments.value", contains("6000.00", "4700.00", "0.00"))
                .body("none.members", equalTo(2))
                .body("none.value", equalTo("4000.00"))
                .body("missing", contains("LOSS"))
                .body("stability.inNone", equalTo(2));
        List<String> moves = moves(answer);
        assertEquals("C1 null NL_KEY 1 6000.00: Rule 1: country is NL; CM4 is 6000.00, above 2500.00.", moves.get(0));
        assertEquals("C3 null NL 3 2500.00: Rule 2: country is NL.", moves.get(1));
        assertEquals("C7 null LOSS 7 0.00: Rule 3: CM4 is 0.00, at most 0.00.", moves.get(4));
        String watermark = answer.extract().path("watermark");
        books.assign("RULES", DAY, watermark)
                .statusCode(422)
                .body("violations.code", contains("dimension_value_unknown"))
                .body("violations[0].message", containsString("Dimension GROUP has no value \"LOSS\""));

        books.put("/dimensions/GROUP/values", "[{\"code\":\"LOSS\"}]");
        books.ask("/segmentations/RULES/assignments", "{\"asOf\":\"" + DAY + "\"}")
                .statusCode(200)
                .body("written", equalTo(6));
    }

    @Test
    void endsMembershipsOfThoseWithoutLinesAndOfThoseWhomNoTierTakes() {
        SegmentationBooks books = SegmentationBooks.golden();
        books.keep("TIERS", """
                {"of":"CUSTOMER","into":"VALUE_TIER","method":"TIERS","withoutLines":"END","tiers":[
                 {"segment":"GOLD","above":"5000"},{"segment":"SILVER","above":"2500"}]}""").statusCode(201);

        ValidatableResponse answer = books.preview("TIERS", DAY)
                .body("segments.members", contains(1, 1))
                .body("none.members", equalTo(6));

        assertEquals("[9, 2, 0, 0, 3, 4, 40.00, 1]", stability(answer));

        assertEquals(
                List.of(
                        "C3 SILVER null 3 2500.00: CM4 2500.00 is rank 3 of 8, not above 2500.00.",
                        "C5 GOLD null 5 1000.00: CM4 1000.00 is rank 5 of 8, not above 2500.00."
                                + " [2025-04-01: 3000.00, 1 of 2]",
                        "C9 SILVER null null null: No line in 2025-04 to 2026-03; the membership ends."),
                moves(answer));
        books.ask("/segmentations/TIERS/assignments", "{\"asOf\":\"" + DAY + "\"}")
                .statusCode(200)
                .body("assigned", equalTo(0))
                .body("ended", equalTo(3));
        books.preview("TIERS", DAY).body("movesTotal", equalTo(0));
    }

    @Test
    void answersWhereThereIsOneCustomerAndWhereThereIsNone() {
        SegmentationBooks books = SegmentationBooks.open();
        books.keep("TIERS", TIERS).statusCode(201);
        books.keep("TENTHS", "{\"of\":\"CUSTOMER\",\"into\":\"VALUE_TIER\",\"method\":\"DECILES\"}")
                .statusCode(201);
        books.preview("TIERS", DAY)
                .statusCode(200)
                .body("segments.members", contains(0, 0, 0))
                .body("segments.share", contains(nullValue(), nullValue(), nullValue()))
                .body("company", equalTo("0.00"))
                .body("stability.percentStayed", nullValue());

        books.post(books.earned("2026-03-31", "C1", "0.00", "5.00"));

        books.preview("TIERS", DAY)
                .statusCode(200)
                .body("segments.members", contains(1, 0, 0))
                .body("segments.value", contains("-5.00", "0.00", "0.00"))
                .body("segments[0].share", nullValue());
        books.preview("TENTHS", DAY)
                .statusCode(200)
                .body("segments.segment", hasSize(10))
                .body("segments[9].members", equalTo(1))
                .body("missing", hasSize(10));
        books.preview("TIERS", "2026-03-31").body("to", equalTo("2026-02")).body("company", equalTo("0.00"));
        books.preview("TIERS", "2030-01-01").statusCode(200).body("movesTotal", equalTo(0));
    }

    @Test
    void keepsListsAndRemovesSegmentations() {
        SegmentationBooks books = SegmentationBooks.open();
        String tag = books.keep("TIERS", TIERS).statusCode(201).extract().header("ETag");
        books.keep("TIERS", TIERS).statusCode(200).header("ETag", tag);
        books.keep("A", TIERS.replace("\"20\"", "\"10.5\""))
                .statusCode(201)
                .body("tiers[0].topPercent", equalTo("10.5"));

        given().get(books.path() + "/segmentations").then().body("items.code", contains("A", "TIERS"));
        given().get(books.path() + "/segmentations/TIERS")
                .then()
                .statusCode(200)
                .header("ETag", tag);
        given().header("If-Match", "\"0\"")
                .delete(books.path() + "/segmentations/TIERS")
                .then()
                .statusCode(412);
        given().delete(books.path() + "/segmentations/TIERS").then().statusCode(204);
        given().get(books.path() + "/segmentations/TIERS").then().statusCode(404);
        books.preview("TIERS", DAY).statusCode(404);
    }

    private static List<String> moves(ValidatableResponse answer) {
        List<String> told = new ArrayList<>();
        for (Map<String, Object> move : answer.extract().jsonPath().<Map<String, Object>>getList("moves")) {
            Map<?, ?> before = (Map<?, ?>) move.get("before");
            told.add(move.get("code") + " " + move.get("from") + " " + move.get("to") + " " + move.get("rank") + " "
                    + move.get("value") + ": " + move.get("why")
                    + (before == null
                            ? ""
                            : " [" + before.get("since") + ": " + before.get("value") + ", " + before.get("rank")
                                    + " of " + before.get("of") + "]"));
        }
        return told;
    }

    private static List<String> flows(ValidatableResponse answer) {
        return answer.extract().jsonPath().<Map<String, Object>>getList("flows").stream()
                .map(flow ->
                        flow.get("from") + " " + flow.get("to") + " " + flow.get("count") + " " + flow.get("value"))
                .toList();
    }

    /** In the order of its members: all, stayed, moved, entered, left, in none, percent stayed, without lines. */
    private static String stability(ValidatableResponse answer) {
        return answer.extract().jsonPath().getMap("stability").values().toString();
    }
}
