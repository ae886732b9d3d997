package nl.marge.profitability;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.company.CompanyCounters;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report as known at an instant is the report that was given then, whatever has been learnt since. */
@QuarkusTest
class AsOfRecordedIT {

    private static final String SEGMENTS = "/dimensions/CUSTOMER/memberships/SEGMENT";

    private static final String RANGE = "from=2025-01&to=2026-06";

    private static final List<String> QUERIES = List.of(
            "/profit-and-loss?" + RANGE,
            "/profit-and-loss?" + RANGE + "&by=SEGMENT&columns=QUARTER",
            "/profit-and-loss?" + RANGE + "&by=SEGMENT&membership=AS_IS&format=csv",
            "/profit-and-loss?" + RANGE + "&by=REGION@1,CUSTOMER&sort=-CM1&limit=2",
            "/profit-and-loss?from=2026-01&to=2026-06&by=SEGMENT&columns=MONTH&compare=PREVIOUS_YEAR",
            "/profit-and-loss?" + RANGE + "&by=CUSTOMER&compare=SCENARIO:BUDGET&format=csv",
            "/profit-and-loss?" + RANGE + "&by=REGION&filter=REGION:EU*,;SEGMENT:KEY,MKB&membership=AS_OF:2025-07-01",
            "/balances?from=2025-06&to=2026-03&by=account,SEGMENT",
            "/balances?from=2025-06&to=2026-03&by=REGION@1,account&format=csv",
            "/ledger-lines?" + RANGE + "&filter=REGION:EU*;SEGMENT:KEY,",
            "/ledger-lines?" + RANGE + "&line=CM1&format=csv");

    @Inject
    Database database;

    /** What was answered at an instant. */
    private record Told(String query, Instant instant, String answer) {}

    @Test
    void neitherLateLineNorMembershipNorMoveNorNameNorStatementReachesBack() {
        ChangingBooks books = new ChangingBooks("ASOF-CASE", 1);
        books.put(SEGMENTS, "[{\"value\":\"C1\",\"memberOf\":\"KEY\"},{\"value\":\"C2\",\"memberOf\":\"MKB\"}]");
        for (int i = 0; i < 24; i++) {
            books.post();
        }
        List<Told> told = tell(books);
        Map<String, Runnable> changes = new LinkedHashMap<>();
        changes.put("late line", books::post);
        changes.put(
                "late membership",
                () -> books.put(SEGMENTS, "[{\"value\":\"C1\",\"memberOf\":\"WEB\",\"from\":\"2025-01-01\"}]"));
        changes.put("membership taken back", () -> books.delete(SEGMENTS + "?value=C1&from=2025-01-01"));
        changes.put("moved region", () -> books.region("NL", "ASIA"));
        changes.put(
                "re-mapped account",
                () -> books.put(
                        "/accounts/7000",
                        "{\"name\":\"Cost of goods\",\"type\":\"EXPENSE\",\"statementLine\":\"OVERHEAD\"}"));
        changes.put(
                "renamed account",
                () -> books.put(
                        "/accounts/7000",
                        "{\"name\":\"Renamed\",\"type\":\"EXPENSE\",\"statementLine\":\"OVERHEAD\"}"));
        changes.put("changed statement", books::statement);
        changes.put("renamed value", () -> books.put("/dimensions/CUSTOMER/values/C1", "{\"name\":\"Renamed\"}"));
        changes.put("renamed company", () -> books.put("", "{\"name\":\"Renamed\",\"currency\":\"EUR\"}"));
        changes.put("announced total", books::announce);
        changes.put("new dimension", () -> books.put("/dimensions/LATER", "{}"));

        List<String> now = told.stream().map(Told::answer).toList();
        for (Map.Entry<String, Runnable> change : changes.entrySet()) {
            change.getValue().run();

            List<String> after =
                    QUERIES.stream().map(query -> answer(books, query)).toList();
            assertNotEquals(now, after, () -> change.getKey() + " shows in no report, so it proves nothing");
            now = after;
            told.forEach(before -> isStillTold(books, before, "after a " + change.getKey()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6101, 6102, 6103, 6104})
    void whatWasToldAtAnInstantIsToldOfItForEver(long seed) {
        ChangingBooks books = new ChangingBooks("ASOF-" + seed, seed);
        List<Told> told = new ArrayList<>();

        for (int step = 0; step < 40; step++) {
            String change = books.change();
            if (step % 2 == 0) {
                told.addAll(tell(books));
            }
            isStillTold(
                    books, told.get((int) (seed * 31 + step * 17) % told.size()), "seed " + seed + " after " + change);
        }

        told.forEach(before -> isStillTold(books, before, "seed " + seed));
    }

    @Test
    void linksOfAnEarlierReportLeadToTheLinesOfThen() {
        ChangingBooks books = new ChangingBooks("ASOF-DRILL", 2);
        for (int i = 0; i < 10; i++) {
            books.post();
            books.membership();
        }
        String query = "/profit-and-loss?" + RANGE + "&by=SEGMENT&compare=SCENARIO:BUDGET";
        List<String> links = get(books, query).jsonPath().getList("rows.drill");
        List<String> answers = links.stream().map(link -> stripped(ask(link))).toList();
        Instant then = Instant.now();
        for (int i = 0; i < 10; i++) {
            books.post();
            books.membership();
        }

        Response asOf = get(books, query + "&asOfRecorded=" + then);

        List<String> linksOfThen = asOf.jsonPath().getList("rows.drill");
        linksOfThen.forEach(link -> assertTrue(link.endsWith("&asOfRecorded=" + then), link));
        assertEquals(
                answers, linksOfThen.stream().map(link -> stripped(ask(link))).toList());
        assertTrue(asOf.jsonPath().getString("total.compare.drill").endsWith("&asOfRecorded=" + then));
    }

    @Test
    void answerOfAnEarlierInstantKeepsItsWatermarkAndItsTag() {
        ChangingBooks books = new ChangingBooks("ASOF-TAG", 3);
        books.post();
        String query = "/profit-and-loss?" + RANGE + "&by=SEGMENT";
        String watermark = get(books, query).header("X-Marge-Watermark");
        Instant then = Instant.now();
        books.post();
        books.statement();

        Response asOf = get(books, query + "&asOfRecorded=" + then);

        assertEquals(watermark, asOf.header("X-Marge-Watermark"));
        assertEquals(watermark, asOf.jsonPath().getString("watermark"));
        books.post();
        given().urlEncodingEnabled(false)
                .header("If-None-Match", asOf.header("ETag"))
                .get(books.path() + query + "&asOfRecorded=" + then)
                .then()
                .statusCode(304);
    }

    @Test
    void knowsNoCodeThatCameLater() {
        ChangingBooks books = new ChangingBooks("ASOF-CODES", 4);
        Instant then = Instant.now();
        books.put("/dimensions/LATER", "{}");
        String query = "/profit-and-loss?" + RANGE + "&by=LATER";
        get(books, query);

        Response asOf = ask(books.path() + query + "&asOfRecorded=" + then);

        assertEquals(400, asOf.statusCode());
        assertEquals("by", asOf.jsonPath().getString("violations[0].parameter"));
    }

    @Test
    void refusesAnInstantBeforeTheCompanyAndOneToCome() {
        Instant before = Instant.now();
        ChangingBooks books = new ChangingBooks("ASOF-ENDS", 5);

        for (String path : List.of("/profit-and-loss?", "/balances?", "/ledger-lines?")) {
            for (Instant instant : List.of(before, before.plusSeconds(86_400))) {
                Response asOf = ask(books.path() + path + RANGE + "&asOfRecorded=" + instant);

                assertEquals(400, asOf.statusCode());
                assertEquals("asOfRecorded", asOf.jsonPath().getString("violations[0].parameter"));
            }
        }
    }

    @Test
    void takesAnInstantThatAReplicaWithAFasterClockRecorded() {
        ChangingBooks books = new ChangingBooks("ASOF-SKEW", 6);
        Instant ahead = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
        database.read(handle -> handle.execute(
                "update company_counter set recorded_at = ? where company_id = (select id from company where code = ?)",
                CompanyCounters.utc(ahead),
                "ASOF-SKEW"));
        books.post();
        String query = "/ledger-lines?afterNumber=0&asOfRecorded=";
        String recordedAt =
                get(books, "/ledger-lines?afterNumber=0&scenario=ACTUAL").path("items[0].recordedAt");

        assertEquals(ahead.toString(), recordedAt);
        assertEquals(1, get(books, query + ahead).jsonPath().getList("items").size());
        assertEquals(
                0,
                get(books, query + ahead.minusMillis(1))
                        .jsonPath()
                        .getList("items")
                        .size());
        assertEquals(400, ask(books.path() + query + ahead.plusMillis(1)).statusCode());
    }

    private static List<Told> tell(ChangingBooks books) {
        List<Told> told = new ArrayList<>();
        for (String query : QUERIES) {
            String answer = answer(books, query);
            told.add(new Told(query, Instant.now(), answer));
        }
        return told;
    }

    private static void isStillTold(ChangingBooks books, Told before, String when) {
        String query = before.query() + "&asOfRecorded=" + before.instant();
        assertEquals(before.answer(), answer(books, query), () -> query + " " + when);
    }

    private static String answer(ChangingBooks books, String query) {
        Response answer = ask(books.path() + query);
        boolean unknownLine = answer.statusCode() == 400;
        assertTrue(unknownLine || answer.statusCode() == 200, answer::asString);
        return unknownLine ? "refused" : stripped(answer);
    }

    /** The body without watermark and links: all else is to be the same, byte for byte. */
    private static String stripped(Response answer) {
        return answer.asString().replaceAll("\"watermark\":\"[^\"]*\"", "").replaceAll("\"drill\":\"[^\"]*\"", "");
    }

    private static Response get(ChangingBooks books, String query) {
        Response answer = ask(books.path() + query);
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer;
    }

    private static Response ask(String url) {
        return given().urlEncodingEnabled(false).get(url);
    }
}
