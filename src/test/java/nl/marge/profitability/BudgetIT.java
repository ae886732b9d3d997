package nl.marge.profitability;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/** A budget is loaded as NDJSON into a scenario of its own, and what happened is set against it. */
@QuarkusTest
class BudgetIT {

    /** Month, customer, sales and cost of goods, as planned: C1 is KEY, C2 is MKB. */
    private static final List<List<String>> PLAN = List.of(
            List.of("2026-01-31", "C1", "1000.00", "600.00"),
            List.of("2026-01-31", "C2", "500.00", "350.00"),
            List.of("2026-02-28", "C1", "1000.00", "600.00"),
            List.of("2026-02-28", "C2", "0.00", "0.00"));

    @Test
    void setsFiguresAgainstABudgetLoadedAsNdjson() {
        HttpBooks books = booksWithBudget();

        JsonPath report = JsonPath.from(get(
                books, "/profit-and-loss?from=2026-01&to=2026-02&by=SEGMENT&columns=MONTH&compare=SCENARIO:BUDGET"));

        assertEquals(List.of("VALUE", "VALUE", "UNASSIGNED"), report.getList("rows.kind"));
        assertLine(report, "rows[0]", "GROSS_REVENUE", """
                values 1250.00 0.00 1250.00
                compareValues 1000.00 1000.00 2000.00
                differences 250.00 -1000.00 -750.00
                differencePercents 25.00 -100.00 -37.50""");
        assertLine(report, "rows[0]", "CM1", """
                values 550.00 0.00 550.00
                compareValues 400.00 400.00 800.00
                differences 150.00 -400.00 -250.00
                differencePercents 37.50 -100.00 -31.25""");
        assertLine(report, "rows[1]", "GROSS_REVENUE", """
                values 0.00 10.00 10.00
                compareValues 500.00 0.00 500.00
                differences -500.00 10.00 -490.00
                differencePercents -100.00 null -98.00""");
        assertLine(report, "total", "NET_PROFIT", """
                values 550.00 10.00 560.00
                compareValues 550.00 400.00 950.00
                differences 0.00 -390.00 -390.00
                differencePercents 0.00 -97.50 -41.05""");
        assertEquals("560.00", report.getString("reconciliation.ledger"));
        assertEquals("950.00", report.getString("reconciliation.compare.ledger"));
        assertEquals("0.00", report.getString("reconciliation.compare.difference"));
        assertEquals("BUDGET", report.getString("compare.scenario"));
        assertEquals(report.getList("ranges"), report.getList("compare.ranges"));
    }

    @Test
    void percentageIsOfTheAbsoluteBaseSoThatALossMadeGoodIsPositive() {
        HttpBooks books = HttpBooks.open();
        entry(books, "B", "BUDGET", "2026-01-31", "{\"account\":\"7000\",\"amount\":\"200.00\"}");
        entry(books, "A", "ACTUAL", "2026-01-31", "{\"account\":\"7000\",\"amount\":\"50.00\"}");

        JsonPath report = JsonPath.from(get(books, "/profit-and-loss?from=2026-01&to=2026-01&compare=SCENARIO:BUDGET"));

        assertLine(report, "total", "NET_PROFIT", """
                values -50.00
                compareValues -200.00
                differences 150.00
                differencePercents 75.00""");
    }

    @Test
    void comparesMonthByMonthWithTheYearBeforeAndWithThePeriodBefore() {
        HttpBooks books = HttpBooks.open();
        entry(books, "1", "ACTUAL", "2024-02-29", "{\"account\":\"8000\",\"amount\":\"-29.00\"}");
        entry(books, "2", "ACTUAL", "2024-12-31", "{\"account\":\"8000\",\"amount\":\"-12.00\"}");
        entry(books, "3", "ACTUAL", "2025-01-01", "{\"account\":\"8000\",\"amount\":\"-1.00\"}");
        entry(books, "4", "ACTUAL", "2025-02-28", "{\"account\":\"8000\",\"amount\":\"-2.00\"}");
        String query = "/profit-and-loss?from=2025-01-01&to=2025-02-28&columns=MONTH&compare=";

        JsonPath year = JsonPath.from(get(books, query + "PREVIOUS_YEAR"));
        JsonPath period = JsonPath.from(get(books, query + "PREVIOUS_PERIOD"));

        assertLine(year, "total", "GROSS_REVENUE", """
                values 1.00 2.00 3.00
                compareValues 0.00 29.00 29.00
                differences 1.00 -27.00 -26.00
                differencePercents null -93.10 -89.66""");
        assertEquals(
                "[[from:2024-01-01, to:2024-01-31], [from:2024-02-01, to:2024-02-29],"
                        + " [from:2024-01-01, to:2024-02-29]]",
                ranges(year));
        assertLine(period, "total", "GROSS_REVENUE", """
                values 1.00 2.00 3.00
                compareValues 0.00 12.00 12.00
                differences 1.00 -10.00 -9.00
                differencePercents null -83.33 -75.00""");
        assertEquals(
                "[[from:2024-11-01, to:2024-11-30], [from:2024-12-01, to:2024-12-31],"
                        + " [from:2024-11-01, to:2024-12-31]]",
                ranges(period));
    }

    @Test
    void csvCarriesTheComparisonBesideEachValue() {
        HttpBooks books = booksWithBudget();

        String csv =
                get(books, "/profit-and-loss?from=2026-01&to=2026-02&by=SEGMENT&compare=SCENARIO:BUDGET&format=csv");

        List<String> rows = csv.lines().toList();
        assertEquals(
                "dim.SEGMENT,name.SEGMENT,row_kind,line,line_kind,column,value,percent_of_net_revenue,compare_value,"
                        + "difference,difference_percent",
                rows.get(0));
        assertEquals(
                List.of("KEY,KEY,VALUE,GROSS_REVENUE,AMOUNT,TOTAL,1250.00,,2000.00,-750.00,-37.50"),
                rows.stream()
                        .filter(row -> row.startsWith("KEY,KEY,VALUE,GROSS_REVENUE"))
                        .toList());
        assertEquals(
                List.of(",,TOTAL,CM1,SUBTOTAL,TOTAL,560.00,44.44,950.00,-390.00,-41.05"),
                rows.stream().filter(row -> row.startsWith(",,TOTAL,CM1,")).toList());
    }

    @Test
    void listsTheScenariosThatHaveLinesNowAndAtAnInstant() {
        HttpBooks books = HttpBooks.open();
        entry(books, "A", "ACTUAL", "2026-01-31", "{\"account\":\"7000\",\"amount\":\"50.00\"}");
        Instant before = Instant.now();
        entry(books, "F", "FORECAST-2", "2026-07-01", "{\"account\":\"7000\",\"amount\":\"1.00\"}");
        entry(books, "B", "BUDGET", "2026-01-31", "{\"account\":\"7000\",\"amount\":\"2.00\"}");
        entry(books, "G", "FORECAST-2", "2026-03-15", "{\"account\":\"8000\",\"amount\":\"-3.00\"}");

        given().get(books.path() + "/scenarios")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("ACTUAL", "BUDGET", "FORECAST-2")))
                .body("items.lines", equalTo(List.of(1, 1, 2)))
                .body("items[2].from", equalTo("2026-03-15"))
                .body("items[2].to", equalTo("2026-07-01"))
                .body("next", nullValue());
        given().queryParam("asOfRecorded", before.toString())
                .get(books.path() + "/scenarios")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("ACTUAL")));
        String next =
                given().queryParam("limit", 2).get(books.path() + "/scenarios").path("next");
        given().queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(books.path() + "/scenarios")
                .then()
                .body("items.code", equalTo(List.of("FORECAST-2")));
    }

    @Test
    void aBudgetLoadedAgainChangesNothing() {
        HttpBooks books = booksWithBudget();

        load(books).body("posted", equalTo(0)).body("unchanged", equalTo(PLAN.size()));

        assertEquals(
                "950.00",
                JsonPath.from(get(books, "/profit-and-loss?from=2026-01&to=2026-02&scenario=BUDGET"))
                        .getString("reconciliation.ledger"));
    }

    @Test
    void refusesAScenarioThatNobodyKnows() {
        HttpBooks books = booksWithBudget();
        books.put("/periods/2026-01?scenario=FORECAST", "{\"status\":\"OPEN\"}");
        String range = "?from=2026-01&to=2026-02";

        for (String wrong : List.of(
                "/profit-and-loss" + range + "&scenario=BUGDET",
                "/profit-and-loss" + range + "&compare=SCENARIO:BUGDET",
                "/balances" + range + "&scenario=BUGDET")) {
            given().get(books.path() + wrong)
                    .then()
                    .statusCode(400)
                    .body("violations[0].code", equalTo("parameter_invalid"))
                    .body("violations[0].message", endsWith("Known are ACTUAL, BUDGET, FORECAST."));
        }
        get(books, "/balances" + range + "&scenario=FORECAST");
        get(HttpBooks.open(), "/profit-and-loss" + range + "&scenario=ACTUAL");
    }

    private static HttpBooks booksWithBudget() {
        HttpBooks books = HttpBooks.open();
        load(books).body("posted", equalTo(PLAN.size()));
        entry(books, "ACTUAL-1", "ACTUAL", "2026-01-15", """
                {"account":"8000","amount":"-1250.00","dimensions":{"CUSTOMER":"C1"}},
                {"account":"7000","amount":"700.00","dimensions":{"CUSTOMER":"C1"}}""");
        entry(
                books,
                "ACTUAL-2",
                "ACTUAL",
                "2026-02-15",
                "{\"account\":\"8000\",\"amount\":\"-10.00\",\"dimensions\":{\"CUSTOMER\":\"C2\"}}");
        return books;
    }

    private static io.restassured.response.ValidatableResponse load(HttpBooks books) {
        StringBuilder budget = new StringBuilder();
        for (List<String> row : PLAN) {
            budget.append("""
                    {"externalId":"BUDGET/%s/%s","source":"PLAN","kind":"COST","scenario":"BUDGET","postingDate":"%s",\
                    "dimensions":{"CUSTOMER":"%s"},"lines":[{"account":"8000","credit":"%s"},\
                    {"account":"7000","debit":"%s"}]}
                    """.formatted(row.get(0), row.get(1), row.get(0), row.get(1), row.get(2), row.get(3)));
        }
        return given().contentType("application/x-ndjson")
                .body(budget.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(books.entries() + "/batch")
                .then()
                .statusCode(200);
    }

    private static void entry(HttpBooks books, String id, String scenario, String date, String lines) {
        given().contentType(ContentType.JSON)
                .body("{\"externalId\":\"" + id + "\",\"kind\":\"COST\",\"scenario\":\"" + scenario
                        + "\",\"postingDate\":\"" + date + "\",\"lines\":[" + lines + "]}")
                .post(books.entries())
                .then()
                .statusCode(201);
    }

    private static String get(HttpBooks books, String query) {
        return given().get(books.path() + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String ranges(JsonPath report) {
        return report.getList("compare.ranges")
                .toString()
                .replace("{", "[")
                .replace("}", "]")
                .replace("=", ":");
    }

    /** What a line says: a row of words for each of its members, in the order written. */
    private static void assertLine(JsonPath report, String row, String line, String expected) {
        StringBuilder found = new StringBuilder();
        for (String member : List.of("values", "compareValues", "differences", "differencePercents")) {
            List<Object> values = report.getList(row + ".lines.find{it.line=='" + line + "'}." + member);
            found.append(member);
            values.forEach(value -> found.append(' ').append(value));
            found.append('\n');
        }
        assertEquals(expected, found.toString().strip());
    }
}
