package nl.marge.profitability.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.marge.cube.CubeFixture;
import nl.marge.cube.CubeView;
import nl.marge.cube.Questions;
import nl.marge.cube.asked.AskedReport;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.tail.LineBlock;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.ReportsFixture;
import nl.marge.seeded.SeededBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BridgesTest {

    private static final int ENTRIES = 1_500;
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final Questions questions = new Questions();
    private final BridgedLines lines = new BridgedLines(questions);
    private final Bridges bridges = new Bridges(ReportsFixture.reports(questions), lines);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stepsOfEveryRowAndOfAllSumToTheDifferenceOfThePAndL(long seed) {
        SeededBooks books = SeededBooks.withCapacity(seed, ENTRIES);
        Map<String, String> query = draw(books);

        ties(bridge(books, query), "seed " + seed + " " + query);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stepsSumToTheDifferenceWhereMostIsMeasured(long seed) {
        SeededBooks books = SeededBooks.withCapacity(seed, 1);
        Map<String, String> query = draw(books);
        query.remove("filter");
        query.put("base", "PREVIOUS_YEAR");
        query.put("lines", "DIM1");

        Bridge bridge = bridge(
                books, query, CubeFixture.view(sales(books), books.dimensions().sets()));

        String told = "seed " + seed + " " + query;
        ties(bridge, told);
        assertTrue(bridge.total().quantities().orElseThrow().lines() > 0, told);
    }

    /** Sales of a day each, with quantity, and the cost of what was sold. */
    private static LineBlock sales(SeededBooks books) {
        Random random = books.random();
        int revenue = account(books, AccountType.REVENUE);
        int expense = account(books, AccountType.EXPENSE);
        int[] days = new int[ENTRIES];
        long[] amounts = new long[2 * ENTRIES];
        long[] quantities = new long[2 * ENTRIES];
        int[] sets = new int[2 * ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            days[i] = (int) SeededBooks.FIRST.toEpochDay() + random.nextInt(730);
            amounts[2 * i] = -random.nextInt(100_000);
            amounts[2 * i + 1] = random.nextInt(80_000);
            quantities[2 * i] = 1_000_000L * (1 + random.nextInt(50)) + random.nextInt(3);
            sets[2 * i] = 1 + random.nextInt(books.dimensions().sets().size());
            sets[2 * i + 1] = sets[2 * i];
        }
        return new LineBlock(
                1,
                IntStream.rangeClosed(1, ENTRIES).map(i -> 2 * i).toArray(),
                days,
                Collections.nCopies(ENTRIES, EntryKind.JOURNAL).toArray(EntryKind[]::new),
                Collections.nCopies(ENTRIES, "ACTUAL").toArray(String[]::new),
                Collections.nCopies(ENTRIES, "EUR").toArray(String[]::new),
                IntStream.range(0, 2 * ENTRIES)
                        .map(i -> i % 2 == 0 ? revenue : expense)
                        .toArray(),
                sets,
                amounts,
                new long[0],
                quantities,
                IntStream.range(0, 2 * ENTRIES).map(i -> days[i / 2]).toArray());
    }

    private static int account(SeededBooks books, AccountType type) {
        return books.accounts().stream()
                .filter(account -> account.type() == type)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void ties(Bridge bridge, String told) {
        for (BridgeRow row : bridge.rows()) {
            assertEquals(BigInteger.ZERO, row.residual(), told + " " + row);
        }
        BridgeRow total = bridge.total();
        assertEquals(BigInteger.ZERO, total.residual(), told);
        assertEquals("0.00", bridge.difference(), told);
        assertEquals(
                total.before(),
                bridge.rows().stream().map(BridgeRow::before).reduce(BigInteger.ZERO, BigInteger::add),
                told);
        Map<String, BigInteger> sums = new TreeMap<>();
        bridge.rows().forEach(row -> amounts(row).forEach((step, amount) -> sums.merge(step, amount, BigInteger::add)));
        assertEquals(sums, additive(total), told);
    }

    /** What of the total is the sum of its rows: mix between rows is a part of their volume. */
    private static Map<String, BigInteger> additive(BridgeRow total) {
        Map<String, BigInteger> amounts = amounts(total);
        amounts.merge("VOLUME", amounts.get("MIX_BETWEEN_ROWS"), BigInteger::add);
        amounts.put("MIX_BETWEEN_ROWS", BigInteger.ZERO);
        return amounts;
    }

    private static Map<String, BigInteger> amounts(BridgeRow row) {
        Map<String, BigInteger> amounts = new TreeMap<>();
        row.steps()
                .forEach(step -> amounts.put(
                        step.kind() + step.line().map(code -> " " + code).orElse(""), step.amount()));
        return amounts;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSidesSwappedNegateEveryRow(long seed) {
        SeededBooks books = new SeededBooks(seed, ENTRIES);
        Map<String, String> query = draw(books);
        query.put("from", "2026-01");
        query.put("to", "2026-12");
        query.put("base", "2025-01..2025-12");
        Bridge there = bridge(books, query);
        query.put("from", "2025-01");
        query.put("to", "2025-12");
        query.put("base", "2026-01..2026-12");

        Bridge back = bridge(books, query);

        assertEquals(there.rows().size(), back.rows().size());
        for (int i = 0; i < there.rows().size(); i++) {
            assertNegated(there.rows().get(i), back.rows().get(i), "seed " + seed + " " + query);
        }
        assertNegated(there.total(), back.total(), "seed " + seed + " " + query);
    }

    private static void assertNegated(BridgeRow there, BridgeRow back, String told) {
        Map<String, BigInteger> amounts = amounts(there);
        amounts(back).forEach((step, amount) -> {
            String of =
                    switch (step) {
                        case "NEW_LINES" -> "LOST_LINES";
                        case "LOST_LINES" -> "NEW_LINES";
                        default -> step;
                    };
            if (step.startsWith("LINE") || step.endsWith("LINES") || step.equals("UNMEASURED")) {
                assertEquals(amounts.get(of).negate(), amount, told + " " + step);
            }
        });
        assertEquals(there.difference().negate(), back.difference(), told);
        assertEquals(there.row(), back.row(), told);
    }

    @Test
    void refusesMoreLinesThanItCanHoldAndSaysHowMany() {
        SeededBooks books = new SeededBooks(4, ENTRIES);
        Map<String, String> years =
                Map.of("from", "2026-01", "to", "2026-12", "base", "PREVIOUS_YEAR", "lines", "DIM1");
        AskedReport asked = asked(books, years, CubeFixture.view(books, ENTRIES));
        BridgeQuery query = BridgeQuery.read(asked);

        Refusal refused = assertThrows(Refusal.class, () -> lines.byRow(query, asked.reference(), asked.view(), 1));

        assertEquals(ViolationCode.REPORT_TOO_LARGE, refused.violations().get(0).code());
        assertTrue(refused.getMessage().startsWith("by and lines tell "), refused.getMessage());
    }

    private Bridge bridge(SeededBooks books, Map<String, String> query) {
        return bridge(books, query, CubeFixture.view(books, ENTRIES));
    }

    private Bridge bridge(SeededBooks books, Map<String, String> query, CubeView view) {
        AskedReport asked = asked(books, query, view);
        BridgeQuery read = BridgeQuery.read(asked);
        asked.query().refuseIfWrong();
        return bridges.of(read, asked.reference(), asked.view());
    }

    private static AskedReport asked(SeededBooks books, Map<String, String> query, CubeView view) {
        Map<String, List<String>> given = new HashMap<>();
        query.forEach((name, value) -> given.put(name, List.of(value)));
        return new AskedReport(books.company(), new QueryParameters(given), books.moment(TODAY, ENTRIES), view);
    }

    private static Map<String, String> draw(SeededBooks books) {
        Random random = books.random();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", "2026-0" + (1 + random.nextInt(3)));
        query.put("to", "2026-1" + random.nextInt(3));
        query.put(
                "base",
                List.of(
                                "PREVIOUS_YEAR",
                                "PREVIOUS_PERIOD",
                                "2025-01..2025-12",
                                "2025-02-03..2025-11-30",
                                "SCENARIO:BUDGET0")
                        .get(random.nextInt(5)));
        query.put("by", books.dimensions().drawBy());
        if (random.nextInt(4) == 0) {
            query.put("filter", books.dimensions().drawFilter());
        }
        query.put("lines", List.of("", "DIM1", "DIM2", "DIM2,DIM1").get(random.nextInt(4)));
        query.put("measure", List.of("CM1", "CM4", "NET_PROFIT", "CM2").get(random.nextInt(4)));
        if (random.nextInt(3) == 0) {
            query.put("allocation", "BEFORE");
        }
        return query;
    }
}
