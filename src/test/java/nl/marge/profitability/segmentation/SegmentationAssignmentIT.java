package nl.marge.profitability.segmentation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Segmentations written back as memberships, on the eight customers of docs/spec-segmentation.md. */
@QuarkusTest
class SegmentationAssignmentIT {

    private static final String DAY = "2026-04-01";
    private static final String TIERS = """
            {"name":"Value tiers","of":"CUSTOMER","into":"VALUE_TIER","measure":"CM4","months":12,"method":"TIERS",
             "tiers":[{"segment":"GOLD","topPercent":"20"},{"segment":"SILVER","topPercent":"50"},
             {"segment":"BRONZE"}]}""";

    @Test
    void writesBackWhatMovesAndReportsShowItAtOnce() {
        SegmentationBooks books = SegmentationBooks.golden();
        books.keep("TIERS", TIERS);
        String watermark = books.preview("TIERS", DAY).extract().path("watermark");

        books.assign("TIERS", DAY, watermark)
                .statusCode(200)
                .body("written", equalTo(6))
                .body("assigned", equalTo(6))
                .body("ended", equalTo(0))
                .body("unchanged", equalTo(3))
                .body("watermark", equalTo(next(watermark)));

        JsonPath tiers = report(books, "from=2025-04&to=2026-03&membership=AS_OF:" + DAY);
        assertEquals(
                List.of("BRONZE", "GOLD", "SILVER"),
                tiers.getList("rows.key.VALUE_TIER").subList(0, 3));
        assertEquals(List.of("700.00", "9000.00", "5000.00", "-700.00"), margins(tiers));
        assertEquals("0.00", tiers.getString("reconciliation.difference"));
        assertEquals(
                List.of("7000.00", "5500.00", "1500.00"),
                margins(report(books, "from=2025-04&to=2026-03")),
                "as it was: C1 and C5 were gold, C2 and C3 silver, the others nothing");

        books.post(books.earned("2026-04-15", "C5", "50.00", "20.00"));
        JsonPath april = report(books, "from=2026-04&to=2026-04");
        assertEquals(List.of("BRONZE"), april.getList("rows.key.VALUE_TIER").subList(0, 1));
        assertEquals(List.of("30.00", "0.00"), margins(april));
    }

    @Test
    void writesNothingTheSecondTime() {
        SegmentationBooks books = SegmentationBooks.golden();
        books.keep("TIERS", TIERS);
        books.ask("/segmentations/TIERS/assignments", "{\"asOf\":\"" + DAY + "\"}")
                .statusCode(200)
                .body("written", equalTo(6));
        ValidatableResponse again = books.preview("TIERS", DAY)
                .body("movesTotal", equalTo(0))
                .body("stability.percentStayed", equalTo("100.00"));

        String watermark = again.extract().path("watermark");
        books.assign("TIERS", DAY, watermark)
                .statusCode(200)
                .body("written", equalTo(0))
                .body("unchanged", equalTo(9))
                .body("watermark", equalTo(watermark));
    }

    @Test
    void refusesToWriteWhatIsNoLongerWhatWasPreviewed() {
        SegmentationBooks books = SegmentationBooks.golden();
        books.keep("TIERS", TIERS);
        String watermark = books.preview("TIERS", DAY).extract().path("watermark");
        books.post(books.earned("2026-01-15", "C8", "9000.00", "10.00"));

        books.assign("TIERS", DAY, watermark)
                .statusCode(409)
                .body("violations.code", contains("version_changed"))
                .body("violations.pointer", contains("/watermark"))
                .body("violations[0].message", containsString("nothing was written. Preview again"));

        books.preview("TIERS", DAY).body("segments[0].examples.code", contains("C8", "C1"));
    }

    @Test
    void assignmentsAtOnceWithoutWatermarkAllComeTrue() throws Exception {
        SegmentationBooks books = SegmentationBooks.golden();
        books.keep("TIERS", TIERS);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int month = 1; month <= 8; month++) {
                String body = "{\"asOf\":\"2026-0" + month + "-01\"}";
                answers.add(callers.submit(() -> books.ask("/segmentations/TIERS/assignments", body)
                        .extract()
                        .statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertEquals(200, answer.get());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void answersARepeatUnderTheSameKeyAlike() {
        SegmentationBooks books = SegmentationBooks.golden();
        books.keep("TIERS", TIERS);
        String body = "{\"asOf\":\"" + DAY + "\",\"watermark\":\""
                + books.preview("TIERS", DAY).extract().path("watermark") + "\"}";

        String first = keyed(books, body).statusCode(200).extract().asString();

        keyed(books, body).statusCode(200).header("Idempotency-Hit", "true").body(equalTo(first));
        keyed(books, "{\"asOf\":\"2026-05-01\"}")
                .statusCode(409)
                .body("violations.code", contains("idempotency_key_reused"));
    }

    private static ValidatableResponse keyed(SegmentationBooks books, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "tiers-of-april")
                .body(body)
                .post(books.path() + "/segmentations/TIERS/assignments")
                .then();
    }

    private static JsonPath report(SegmentationBooks books, String query) {
        return given().get(books.path() + "/profit-and-loss?by=VALUE_TIER&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> margins(JsonPath report) {
        return report.getList("rows.collect { it.lines.find { it.line == 'CM4' }.values[0] }");
    }

    private static String next(String watermark) {
        String[] parts = watermark.split("\\.");
        return parts[0] + "." + (Integer.parseInt(parts[1]) + 1);
    }
}
