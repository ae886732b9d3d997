package nl.marge.ledger.lines;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SeededBooks.Entry;
import nl.marge.seeded.SeededBooks.Line;
import nl.marge.seeded.SqlBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LedgerLinesIT {

    @Inject
    SqlBooks sql;

    @Test
    void streamsEveryLineInNumberOrderAsItWasLaidDown() {
        SeededBooks books = laidDown(6001, 200);

        List<Map<String, Object>> items = get(
                        books, "?throughNumber=200&kinds=JOURNAL,COST,CLOSING,ALLOCATION,RECLASSIFICATION")
                .jsonPath()
                .getList("items");

        assertEquals(
                expected(books, 0, 200, "ACTUAL"),
                items.stream().map(LedgerLinesIT::told).toList());
    }

    @Test
    void cutsStretchesByNumberToTheSameBytes() {
        SeededBooks books = laidDown(6002, 120);
        String all = get(books, "?afterNumber=0&format=ndjson").asString();
        StringBuilder stretches = new StringBuilder();

        for (int after = 0; after < 120; after += 17) {
            stretches.append(get(books, "?format=ndjson&afterNumber=" + after + "&throughNumber=" + (after + 17))
                    .asString());
        }

        assertEquals(all, stretches.toString());
        assertTrue(all.endsWith("}\n"));
    }

    @Test
    void choosesByDatesAndAccountsLikeTheCallerAsks() {
        SeededBooks books = laidDown(6003, 200);
        String account = books.accounts().get(1).code();

        List<Map<String, Object>> items = get(books, "?from=2025-03-05&to=2026-04-20&account=" + account)
                .jsonPath()
                .getList("items");

        List<String> wanted = expected(books, 0, 200, "ACTUAL").stream()
                .filter(line -> line.contains(" a" + account + " ") && !line.contains(" CLOSING "))
                .filter(line -> line.split(" ")[3].compareTo("2025-03-05") >= 0
                        && line.split(" ")[3].compareTo("2026-04-20") <= 0)
                .toList();
        assertEquals(wanted, items.stream().map(LedgerLinesIT::told).toList());
        assertTrue(wanted.size() > 5);
    }

    @Test
    void csvHoldsTheSameLinesGuardedAgainstFormulas() {
        SeededBooks books = laidDown(6004, 100);
        List<Map<String, Object>> items =
                get(books, "?from=2025-01&to=2026-12").jsonPath().getList("items");

        String[] rows =
                get(books, "?from=2025-01&to=2026-12&format=csv").asString().split("\r\n");

        assertEquals(items.size() + 1, rows.length);
        assertTrue(rows[0].contains(",membership_date,dim.DIM1,dim.DIM2"), rows[0]);
        assertTrue(rows[0].endsWith(",provenance"), rows[0]);
        List<String> header = Arrays.asList(rows[0].split(","));
        for (int i = 1; i < rows.length; i++) {
            String[] cells = rows[i].split(",", -1);
            Map<String, Object> item = items.get(i - 1);
            assertEquals(item.get("number").toString(), cells[0]);
            assertEquals(item.get("amount"), cells[header.indexOf("amount")]);
            assertEquals(item.get("text") == null ? "" : "'" + item.get("text"), cells[header.indexOf("text")]);
            assertEquals(valueOf(item, "DIM1"), cells[header.indexOf("dim.DIM1")]);
            assertEquals(valueOf(item, "DIM2"), cells[header.indexOf("dim.DIM2")]);
        }
    }

    /** The value posted or led to. */
    private static String valueOf(Map<String, Object> item, String dimension) {
        Map<?, ?> derived = (Map<?, ?>) ((Map<?, ?>) item.get("derived")).get(dimension);
        Object posted = ((Map<?, ?>) item.get("dimensions")).get(dimension);
        return posted != null
                ? posted.toString()
                : derived == null ? "" : derived.get("value").toString();
    }

    @Test
    void tellsDerivedValuesInTheModeAsked() {
        SeededBooks books = laidDown(6005, 150);
        for (String membership : List.of("AS_WAS", "AS_OF:2025-09-09")) {
            List<Map<String, Object>> items = get(books, "?from=2025-01&to=2026-12&membership=" + membership)
                    .jsonPath()
                    .getList("items");

            for (Map<String, Object> item : items) {
                Entry entry = books.entries().get((int) item.get("number") - 1);
                Line line = entry.lines().get((int) item.get("line") - 1);
                int day = membership.equals("AS_WAS")
                        ? line.membershipDay()
                        : (int) java.time.LocalDate.of(2025, 9, 9).toEpochDay();
                for (var dimension : books.dimensions().dimensions()) {
                    String expected = books.dimensions()
                            .key(books.dimensions().sets().get(line.set() - 1), dimension.code(), day)
                            .get(0);
                    assertEquals(expected, valueOf(item, dimension.code()));
                }
            }
        }
    }

    @Test
    void lineOfTheShapeTheContractSays() {
        SeededBooks books = laidDown(6006, 20);

        Map<String, Object> item = get(books, "?afterNumber=0").jsonPath().getMap("items[0]");

        assertEquals(
                Arrays.stream(LedgerLineBody.class.getRecordComponents())
                        .map(java.lang.reflect.RecordComponent::getName)
                        .toList(),
                List.copyOf(item.keySet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | from",
                "?from=2025-01 | to",
                "?from=2025-01&from=2025-02&to=2025-03 | from",
                "?from=2025-01&to=2025-03&from=x&to=2025-02 | from",
                "?afterNumber=-1 | afterNumber",
                "?throughNumber=1e3 | throughNumber",
                "?afterNumber=0&line=SALES | line",
                "?afterNumber=0&account=nobody | account",
                "?afterNumber=0&filter=DIM9:x | filter",
                "?afterNumber=0&asOfRecorded=yesterday | asOfRecorded"
            })
    void refusesByTheNameOfTheParameter(String query, String parameter) {
        SeededBooks books = new SeededBooks(6101L + query.hashCode(), 1);
        sql.open(books);

        given().urlEncodingEnabled(false)
                .get(path(books, "ledger-lines") + query)
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("parameter_invalid"))
                .body("violations.parameter", hasItem(parameter));
    }

    @Test
    void takesTheQueryOfAReportWhole() {
        SeededBooks books = laidDown(6150, 40);
        String lines = path(books, "ledger-lines") + "?from=2025-01&to=2025-12";

        String plain = given().get(lines).then().statusCode(200).extract().asString();

        String whole = given().get(lines + "&by=DIM1&columns=MONTH&sort=-CM4&limit=10&compare=PREVIOUS_YEAR")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(plain, whole);
    }

    @Test
    void changesComeInCommitOrderAndWholeEntries() {
        SeededBooks books = laidDown(6201, 100);
        List<String> told = new ArrayList<>();
        int after = 0;
        while (after < 100) {
            JsonPath changes = given().get(path(books, "changes") + "?limit=7&after=" + after)
                    .jsonPath();
            List<Map<String, Object>> items = changes.getList("items");
            items.forEach(item -> told.add(told(item)));
            assertTrue(items.size() < 7 + 5, "about the limit");
            assertTrue(changes.getInt("next") > after);
            after = changes.getInt("next");
        }

        assertEquals(expected(books, 0, 100, ""), told);
        given().get(path(books, "changes") + "?after=100")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", equalTo(100));
    }

    @Test
    void waitingClientHearsOfWhatIsPostedMeanwhile() {
        SeededBooks books = new SeededBooks(6202, 20);
        sql.open(books);
        sql.publish(books, 1, 10, 5);
        CompletableFuture<Response> waiting =
                CompletableFuture.supplyAsync(() -> given().get(path(books, "changes") + "?wait=60&after=10"));

        sql.publish(books, 11, 20, 100);

        JsonPath heard = waiting.join().jsonPath();
        assertEquals(11, heard.getInt("items[0].number"));
        assertTrue(heard.getInt("next") > 10);
    }

    @Test
    void changesNeedToKnowAfterWhat() {
        SeededBooks books = laidDown(6203, 1);

        given().get(path(books, "changes") + "?wait=61&limit=0")
                .then()
                .statusCode(400)
                .body("violations.parameter", equalTo(List.of("after", "wait", "limit")));
    }

    private SeededBooks laidDown(long seed, int entries) {
        SeededBooks books = new SeededBooks(seed, entries);
        sql.open(books);
        sql.publish(books, 1, entries / 2, 3);
        sql.leaveUnpublished(books, 1, entries / 2);
        sql.publish(books, entries / 2 + 1, entries, 60);
        return books;
    }

    private static String path(SeededBooks books, String resource) {
        return "/api/v1/companies/" + books.company().code() + "/" + resource;
    }

    private static Response get(SeededBooks books, String query) {
        Response answer = given().urlEncodingEnabled(false).get(path(books, "ledger-lines") + query);
        assertEquals(200, answer.statusCode(), answer::asString);
        assertEquals(books.entries().size() + ".1", answer.header("X-Marge-Watermark"));
        return answer;
    }

    /** The lines of entries after a number, told one by one; of one scenario, or of all when it is empty. */
    private static List<String> expected(SeededBooks books, int after, int through, String scenario) {
        List<String> told = new ArrayList<>();
        for (int number = after + 1; number <= through; number++) {
            Entry entry = books.entries().get(number - 1);
            boolean counts = scenario.isEmpty() || entry.scenario().equals(scenario);
            for (int line = 1; counts && line <= entry.lines().size(); line++) {
                Line of = entry.lines().get(line - 1);
                told.add(number + " " + line + " " + entry.kind() + " " + entry.date() + " " + entry.scenario() + " a"
                        + books.accounts().get(of.account() - 1).code() + " " + Money.text(of.amount(), 2) + " "
                        + (of.quantity().isEmpty()
                                ? null
                                : Quantities.text(of.quantity().getAsLong())) + " "
                        + java.time.LocalDate.ofEpochDay(of.membershipDay()));
            }
        }
        return told;
    }

    private static String told(Map<String, Object> item) {
        assertEquals("E-" + item.get("number"), item.get("externalId"));
        assertEquals(new BigDecimal((String) item.get("amount")).setScale(2).toPlainString(), item.get("amount"));
        return item.get("number") + " " + item.get("line") + " " + item.get("kind") + " " + item.get("postingDate")
                + " " + item.get("scenario") + " a" + item.get("account") + " " + item.get("amount") + " "
                + item.get("quantity") + " " + item.get("membershipDate");
    }
}
