package nl.marge.profitability;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SqlBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProfitAndLossIT {

    @Inject
    SqlBooks sql;

    @Test
    void answersWhatGoingThroughTheLinesTells() {
        for (long seed = 5001; seed <= 5006; seed++) {
            SeededBooks books = seed % 2 == 0 ? laidDown(seed, 200) : laidDown(SeededBooks.withCapacity(seed, 200));
            Map<String, String> query = query(books);

            Response answer = get(books, query);

            assertEquals(new PlainReport(books, query, 200).told(), told(answer.jsonPath()), "seed " + seed + query);
            assertEquals("200.1", answer.jsonPath().getString("watermark"));
            assertEquals("0.00", answer.header("X-Marge-Difference"));
        }
    }

    @Test
    void linesBehindEveryCellAddUpToIt() {
        SeededBooks books = laidDown(SeededBooks.withCapacity(5101, 60));
        Map<String, String> query = query(books);
        query.put("from", "2025-03-10");
        query.put("to", "2026-11-20");
        query.put("by", "DIM1@1");
        query.put("columns", "YEAR");
        JsonPath report = get(books, query).jsonPath();

        List<Map<String, Object>> rows = new ArrayList<>(report.getList("rows"));
        rows.add(report.getMap("total"));
        for (Map<String, Object> row : rows) {
            everyCellAddsUp(report, row);
        }
    }

    private static void everyCellAddsUp(JsonPath report, Map<String, Object> row) {
        List<Map<String, Object>> lines = list(row.get("lines"));
        for (Map<String, Object> line : lines) {
            List<String> values = list(line.get("values"));
            for (int column = 0; column < values.size(); column++) {
                String cell = row.get("drill") + "&line=" + line.get("line") + "&from="
                        + report.getString("ranges[" + column + "].from") + "&to="
                        + report.getString("ranges[" + column + "].to");
                JsonPath found = given().urlEncodingEnabled(false).get(cell).jsonPath();
                BigDecimal sum = found.getList("items.value", String.class).stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertEquals(new BigDecimal(values.get(column)), sum.setScale(2), () -> cell);
            }
        }
    }

    @Test
    void csvHoldsTheSameValuesAsJson() {
        SeededBooks books = laidDown(SeededBooks.withCapacity(5201, 150));
        Map<String, String> query = query(books);
        JsonPath json = get(books, query).jsonPath();
        query.put("format", "csv");

        Response csv = get(books, query);

        assertEquals("text/csv;charset=UTF-8", csv.contentType());
        String[] rows = csv.asString().split("\r\n");
        List<String> by = json.getList("by");
        StringBuilder header = new StringBuilder();
        by.forEach(term ->
                header.append("dim.").append(term).append(",name.").append(term).append(','));
        assertEquals(header + "row_kind,line,line_kind,column,value,percent_of_net_revenue", rows[0]);
        List<String> expected = told(json);
        assertEquals(expected.size(), rows.length);
        for (int i = 1; i < rows.length; i++) {
            String[] cells = rows[i].split(",", -1);
            int at = 2 * by.size();
            String[] told = expected.get(i - 1).replaceAll(".*\\] |^TOTAL ", "").split(" ");
            assertEquals(told[0], cells[at + 1]);
            assertEquals(told[1], cells[at + 3]);
            assertEquals(told[2], cells[at + 4].replace(".", "").replaceFirst("^(-?)0+(?=.)", "$1"));
            assertEquals(told[3].replaceFirst("^-$", ""), cells[at + 5]);
        }
    }

    @Test
    void tellsThatTheCallerHasTheAnswerUntilSomethingIsPosted() {
        SeededBooks books = new SeededBooks(5301, 100);
        sql.open(books);
        sql.publish(books, 1, 60, 10);
        Map<String, String> query = query(books);
        Response first = get(books, query);
        String tag = first.header("ETag");

        assertEquals(304, conditional(books, query, tag).statusCode());
        query.put("format", "csv");
        assertEquals(200, conditional(books, query, tag).statusCode());
        query.remove("format");
        sql.publish(books, 61, 100, 10);
        Response later = conditional(books, query, tag);
        assertEquals(200, later.statusCode());
        assertEquals("100.1", later.header("X-Marge-Watermark"));
    }

    @Test
    void takesFilterAsThePapersWriteIt() {
        SeededBooks books = laidDown(5401, 100);
        String[] code = new String[2];
        books.dimensions().values().forEach(value -> {
            if (value.dimensionId() <= 2) {
                code[value.dimensionId() - 1] = value.code();
            }
        });
        String filter = "DIM1:" + code[0] + ",;DIM2:" + code[1] + "*,";

        for (String written : new String[] {filter, filter.replace(";", "%3B").replace(",", "%2C")}) {
            given().urlEncodingEnabled(false)
                    .get(path(books) + "?from=2025-01&to=2026-12&by=DIM1&filter=" + written)
                    .then()
                    .statusCode(200)
                    .body("total.drill", org.hamcrest.Matchers.containsString("filter=DIM1:," + code[0] + "%3BDIM2:"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2025-01 | to",
                "from=2025-01&to=2025-02-28 | to",
                "from=2025-02&to=2025-01 | from",
                "from=2025-01&to=2025-01&by=X | by",
                "from=2025-01&to=2025-01&by=DIM1,DIM1 | by",
                "from=2025-01&to=2025-01&filter=DIM1 | filter",
                "from=2025-01&to=2025-01&filter=DIM1:nobody | filter",
                "from=2025-01&to=2025-01&filter=DIM1:&filter=DIM2: | filter",
                "from=2025-01&to=2025-01&columns=WEEK | columns",
                "from=2025-01&to=2025-01&membership=AS_OF:2025-02-30 | membership",
                "from=2025-01&to=2025-01&kinds=SALE | kinds",
                "from=2025-01&to=2025-01&scenario=a%20b | scenario",
                "from=2025-01&to=2025-01&allocation=NONE | allocation",
                "from=2025-01&to=2025-01&sort=-SALES | sort",
                "from=2025-01&to=2025-01&limit=0 | limit",
                "from=2025-01&to=2025-01&compare=LAST_YEAR | compare",
                "from=2025-01&to=2025-01&compare=SCENARIO: | compare",
                "from=1900-01&to=1900-12&compare=PREVIOUS_PERIOD | compare",
                "from=2025-01&to=2025-01&asOfRecorded=2025-01-01T00:00:00Z | asOfRecorded",
                "from=2025-01&to=2025-01&asOfRecorded=-999999999-01-01T00:00:00Z | asOfRecorded",
                "from=2025-01&to=2025-01&asOfRecorded=2199-01-01T00:00:00Z | asOfRecorded",
                "from=2025-01&to=2025-01&asOfRecorded=2026-11-02 | asOfRecorded",
                "from=2025-01&to=2025-01&format=xml | format"
            })
    void refusesByTheNameOfTheParameter(String query, String parameter) {
        SeededBooks books = new SeededBooks(5501 + query.hashCode(), 1);
        sql.open(books);

        given().urlEncodingEnabled(false)
                .get(path(books) + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.code", hasItem("parameter_invalid"))
                .body("violations.parameter", hasItem(parameter));
    }

    @Test
    void knowsNoOtherParameterAndNoOtherCompany() {
        SeededBooks books = laidDown(5601, 1);

        given().get(path(books) + "?from=2025-01&to=2025-01&segment=KEY")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("parameter_unknown"));
        given().get("/api/v1/companies/NOBODY/profit-and-loss?nonsense=1")
                .then()
                .statusCode(404);
    }

    @Test
    void reportsBooksWithoutEntries() {
        SeededBooks books = new SeededBooks(5701, 1);
        sql.open(books);

        JsonPath report = get(books, Map.of("from", "2025-01", "to", "2025-12", "by", "DIM1"))
                .jsonPath();

        assertEquals(List.of("UNASSIGNED"), report.getList("rows.kind"));
        assertEquals("0.00", report.getString("reconciliation.ledger"));
        assertEquals("0.1", report.getString("watermark"));
    }

    @Test
    void writesTheShapeTheContractSays() {
        SeededBooks books = laidDown(5801, 100);
        Map<String, String> query = query(books);
        JsonPath plain = get(books, query).jsonPath();
        query.put("compare", "PREVIOUS_YEAR");
        JsonPath report = get(books, query).jsonPath();

        for (String place : List.of("", "rows[0]", "rows[0].lines[2]", "reconciliation", "total")) {
            List<String> uncompared =
                    new ArrayList<>(report.<String, Object>getMap(place).keySet());
            uncompared.removeIf(member -> member.matches("compare.*|difference.+"));
            assertEquals(uncompared, List.copyOf(plain.getMap(place).keySet()));
        }
        assertEquals(
                members(ProfitAndLossBody.Compared.class),
                report.getMap("compare").keySet().stream().toList());
        assertEquals(
                members(ProfitAndLossBody.ComparedProof.class),
                report.getMap("reconciliation.compare").keySet().stream().toList());
        assertEquals(
                members(ProfitAndLossBody.class),
                report.getMap("").keySet().stream().toList());
        assertEquals(
                members(ProfitAndLossBody.Row.class),
                report.getMap("rows[0]").keySet().stream().toList());
        assertEquals(
                members(ProfitAndLossBody.Line.class),
                report.getMap("rows[0].lines[2]").keySet().stream().toList());
        assertEquals(
                members(ProfitAndLossBody.Proof.class),
                report.getMap("reconciliation").keySet().stream().toList());
        assertEquals(
                members(ProfitAndLossBody.Total.class),
                report.getMap("total").keySet().stream().toList());
    }

    private static List<Object> members(Class<? extends Record> record) {
        return java.util.Arrays.stream(record.getRecordComponents())
                .<Object>map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }

    private SeededBooks laidDown(long seed, int entries) {
        return laidDown(new SeededBooks(seed, entries));
    }

    private SeededBooks laidDown(SeededBooks books) {
        sql.open(books);
        sql.publish(books, 1, books.entries().size(), 20);
        return books;
    }

    private static Map<String, String> query(SeededBooks books) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", "2025-01");
        query.put("to", "2026-06");
        query.put("by", books.dimensions().drawBy());
        query.put("filter", books.dimensions().drawFilter());
        query.put("columns", "QUARTER");
        return query;
    }

    private static String path(SeededBooks books) {
        return "/api/v1/companies/" + books.company().code() + "/profit-and-loss";
    }

    private static Response get(SeededBooks books, Map<String, String> query) {
        Response answer = given().queryParams(query).get(path(books));
        assertEquals(200, answer.statusCode(), answer::asString);
        assertTrue(answer.header("X-Marge-Watermark").endsWith(".1"));
        return answer;
    }

    private static Response conditional(SeededBooks books, Map<String, String> query, String tag) {
        return given().queryParams(query).header("If-None-Match", tag).get(path(books));
    }

    private static List<String> told(JsonPath report) {
        List<String> told = new ArrayList<>();
        List<String> by = report.getList("by");
        List<Map<String, Object>> rows = report.getList("rows");
        for (Map<String, Object> row : rows) {
            List<String> key = by.stream()
                    .map(term -> (String) ((Map<?, ?>) row.get("key")).get(term))
                    .map(code -> code == null ? "" : code)
                    .toList();
            tell(told, row.get("kind") + " " + key, report, list(row.get("lines")));
        }
        tell(told, "TOTAL", report, report.getList("total.lines"));
        JsonPath proof = report;
        told.add("ledger " + cents(proof, "ledger") + " reported " + cents(proof, "reported") + " difference "
                + cents(proof, "difference") + " unassigned " + cents(proof, "unassigned") + " unused "
                + cents(proof, "unusedCapacity") + " overDriven " + cents(proof, "overDriven"));
        return told;
    }

    private static String cents(JsonPath report, String member) {
        return new BigDecimal(report.getString("reconciliation." + member))
                .movePointRight(2)
                .toBigIntegerExact()
                .toString();
    }

    private static void tell(List<String> told, String row, JsonPath report, List<Map<String, Object>> lines) {
        List<String> columns = report.getList("columns");
        for (Map<String, Object> line : lines) {
            List<String> values = list(line.get("values"));
            for (int column = 0; column < columns.size(); column++) {
                String percent = line.get("kind").equals("SUBTOTAL")
                        ? (String) list(line.get("percentOfNetRevenue")).get(column)
                        : null;
                told.add(row + " " + line.get("line") + " " + columns.get(column) + " "
                        + new BigDecimal(values.get(column)).movePointRight(2).toBigIntegerExact() + " "
                        + (percent == null ? "-" : percent));
            }
        }
    }

    @SuppressWarnings("unchecked") // what Jackson reads
    private static <T> List<T> list(Object value) {
        return (List<T>) value;
    }
}
