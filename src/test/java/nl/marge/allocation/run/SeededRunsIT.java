package nl.marge.allocation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The laws of allocation over 200 random cycles, through the front door: money moves, and none is made. */
@QuarkusTest
class SeededRunsIT {

    private static final long SEED = 20_261_126;
    private static final int MONTHS = 200;
    private static final int REVERSED_EVERY = 10;

    private final SeededMonths seeded = new SeededMonths(SEED, MONTHS);
    private AllocatedBooks books;

    @Test
    void allocatesRandomCyclesAndTakesSomeBackAndEveryMonthStillTies() {
        open();
        Map<String, List<BigDecimal>> before = report("BEFORE");

        Map<YearMonth, String> runs = new HashMap<>();
        for (YearMonth month : seeded.months()) {
            JsonPath job = books.finished("\"cycle\":\"SEEDED\",\"period\":\"" + month + "\"");
            assertEquals("SUCCEEDED", job.getString("state"), () -> named(month) + job.prettify());
            runs.put(month, job.getString("result.run"));
            assertRulesBalance(month, job.getString("result.run"));
        }

        Map<String, List<BigDecimal>> after = report("AFTER");
        assertEquals(before.get("total OPERATING_PROFIT"), after.get("total OPERATING_PROFIT"), "seed " + SEED);
        for (int month = 0; month < MONTHS; month += REVERSED_EVERY) {
            JsonPath job = books.reversed(runs.get(SeededMonths.FIRST.plusMonths(month)));
            assertEquals("SUCCEEDED", job.getString("state"), job::prettify);
        }
        Map<String, List<BigDecimal>> reversed = report("AFTER");
        for (String line : before.keySet()) {
            for (int month = 0; month < MONTHS; month++) {
                Map<String, List<BigDecimal>> expected = month % REVERSED_EVERY == 0 ? before : after;
                assertEquals(
                        expected.get(line).get(month),
                        reversed.getOrDefault(line, expected.get(line)).get(month),
                        named(SeededMonths.FIRST.plusMonths(month)) + line);
            }
        }
    }

    private void open() {
        books = AllocatedBooks.open();
        StringBuilder accounts = new StringBuilder("[");
        StringBuilder pools = new StringBuilder("[");
        for (String pool : List.of("P0", "P1", "P2", "P3")) {
            accounts.append("{\"code\":\"")
                    .append(SeededMonths.account(pool))
                    .append("\",\"name\":\"x\",\"type\":\"EXPENSE\",\"statementLine\":\"BACK_OFFICE\"},");
            pools.append(pool.equals("P0") ? "" : ",")
                    .append("{\"code\":\"")
                    .append(pool)
                    .append("\",\"accounts\":[\"")
                    .append(SeededMonths.account(pool))
                    .append("\"],\"unit\":\"MINUTE\"}");
        }
        books.put(
                "/accounts",
                accounts + "{\"code\":\"4690\",\"name\":\"y\",\"type\":\"EXPENSE\",\"statementLine\":\"OVERHEAD\"}]");
        books.put("/cost-pools", pools + "]");
        books.put("/cost-pools/P0/capacities", seeded.capacities());
        for (String driver : List.of("USE", "TIME")) {
            books.put("/drivers/" + driver, "{\"unit\":\"UNIT\",\"source\":\"UPLOADED\",\"receivers\":[\"SEGMENT\"]}");
        }
        books.put("/drivers/USE/quantities", seeded.useQuantities());
        books.put("/drivers/TIME/quantities", seeded.timeQuantities());
        books.put("/allocation-cycles/SEEDED", seeded.cycle());
        books.post("/journal-entries/batch", seeded.entries()).statusCode(200);
    }

    /** in = own + received = out + unused + overDriven + residual, rule by rule; what went in came out. */
    private void assertRulesBalance(YearMonth month, String run) {
        JsonPath body =
                books.get("/allocation-runs/" + run).statusCode(200).extract().jsonPath();
        List<Map<String, String>> rules = body.getList("rules");
        for (Map<String, String> rule : rules) {
            assertEquals(decimal(rule, "in"), decimal(rule, "own").add(decimal(rule, "received")), named(month) + rule);
            assertEquals(
                    decimal(rule, "in"),
                    decimal(rule, "out")
                            .add(decimal(rule, "unused"))
                            .add(decimal(rule, "overDriven"))
                            .add(decimal(rule, "residual")),
                    named(month) + rule);
        }
        BigDecimal moved = body.getList("statementLines.difference", String.class).stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, moved.signum(), named(month) + "statement lines");
    }

    private static BigDecimal decimal(Map<String, String> rule, String member) {
        return new BigDecimal(rule.get(member));
    }

    /** Every line of every row and of the total, month by month; the report ties to the ledger. */
    private Map<String, List<BigDecimal>> report(String allocation) {
        JsonPath report = books.get("/profit-and-loss?from=" + SeededMonths.FIRST + "&to="
                        + SeededMonths.FIRST.plusMonths(MONTHS - 1L) + "&by=SEGMENT&columns=MONTH&allocation="
                        + allocation)
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("0.00", report.getString("reconciliation.difference"), "seed " + SEED);
        Map<String, List<BigDecimal>> values = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>(report.getList("rows"));
        for (Map<String, Object> row : rows) {
            put(values, row.get("kind") + " " + row.get("key"), row.get("lines"));
        }
        put(values, "total", report.getList("total.lines"));
        return values;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, List<BigDecimal>> values, String row, Object lines) {
        for (Map<String, Object> line : (List<Map<String, Object>>) lines) {
            List<BigDecimal> months = ((List<String>) line.get("values"))
                    .stream().map(BigDecimal::new).toList();
            values.put(row + " " + line.get("line"), months);
        }
    }

    private static String named(YearMonth month) {
        return "seed " + SEED + ", " + month + ": ";
    }
}
