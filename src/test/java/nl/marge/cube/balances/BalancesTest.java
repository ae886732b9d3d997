package nl.marge.cube.balances;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nl.marge.cube.CubeFixture;
import nl.marge.cube.Questions;
import nl.marge.ledger.EntryKind;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.QueryParameters;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SeededBooks.Entry;
import nl.marge.seeded.SeededBooks.Line;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BalancesTest {

    private final Balances balances = new Balances(new Questions());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsWhatGoingThroughTheLinesTells(long seed) throws IOException {
        SeededBooks books = new SeededBooks(seed, 150);
        Map<String, String> query = draw(books);

        for (int through : new int[] {70, 150}) {
            assertEquals(expected(books, query, through), found(books, query, through), "seed " + seed + " " + query);
        }
    }

    private static Map<String, String> draw(SeededBooks books) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", "2025-07");
        query.put("to", "2026-0" + (1 + books.random().nextInt(9)));
        List<String> by = new ArrayList<>(List.of(books.dimensions().drawBy().split(",")));
        by.removeIf(String::isEmpty);
        if (books.random().nextBoolean()) {
            by.add(books.random().nextInt(by.size() + 1), "account");
        }
        query.put("by", String.join(",", by));
        query.put("filter", books.dimensions().drawFilter());
        if (books.random().nextInt(3) == 0) {
            query.put(
                    "account",
                    books.accounts().get(0).code() + ","
                            + books.accounts().get(3).code());
        }
        return query;
    }

    /** One text a row, as the CSV has it without names: key, opening, debit, credit, closing in cents. */
    private static List<String> expected(SeededBooks books, Map<String, String> query, int through) {
        Map<String, BigInteger[]> rows = new java.util.TreeMap<>();
        BigInteger[] total = zeros();
        for (Entry entry : books.entries().subList(0, through)) {
            boolean counts = entry.kind() != EntryKind.CLOSING
                    && entry.scenario().equals("ACTUAL")
                    && !entry.date()
                            .isAfter(LocalDate.parse(query.get("to") + "-01")
                                    .plusMonths(1)
                                    .minusDays(1));
            for (Line line : counts ? entry.lines() : List.<Line>of()) {
                if (passes(books, query, line)) {
                    boolean opening = entry.date().isBefore(LocalDate.of(2025, 7, 1));
                    add(rows.computeIfAbsent(key(books, query, line), none -> zeros()), line.amount(), opening);
                    add(total, line.amount(), opening);
                }
            }
        }
        List<String> told = new ArrayList<>();
        rows.forEach((key, amounts) -> told.add(key.replace("~", "") + "VALUE" + text(amounts)));
        told.add("TOTAL" + text(total));
        return told;
    }

    private static boolean passes(SeededBooks books, Map<String, String> query, Line line) {
        var set = books.dimensions().sets().get(line.set() - 1);
        String code = books.accounts().get(line.account() - 1).code();
        return books.dimensions().passes(set, query.get("filter"), line.membershipDay())
                && List.of(query.getOrDefault("account", code).split(",")).contains(code);
    }

    private static String key(SeededBooks books, Map<String, String> query, Line line) {
        var set = books.dimensions().sets().get(line.set() - 1);
        StringBuilder key = new StringBuilder();
        for (String term :
                query.get("by").isEmpty() ? new String[0] : query.get("by").split(",")) {
            String code = term.equals("account")
                    ? books.accounts().get(line.account() - 1).code()
                    : books.dimensions().key(set, term, line.membershipDay()).get(0);
            key.append(code.isEmpty() ? "~" : code).append(' ');
        }
        return key.toString();
    }

    private static BigInteger[] zeros() {
        return new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
    }

    private static void add(BigInteger[] amounts, long amount, boolean opening) {
        int at = opening ? 0 : amount > 0 ? 1 : 2;
        amounts[at] = amounts[at].add(BigInteger.valueOf(opening ? amount : Math.abs(amount)));
    }

    private static String text(BigInteger[] amounts) {
        return " " + amounts[0] + " " + amounts[1] + " " + amounts[2] + " "
                + amounts[0].add(amounts[1]).subtract(amounts[2]);
    }

    private List<String> found(SeededBooks books, Map<String, String> query, int through) throws IOException {
        Map<String, List<String>> given = new HashMap<>();
        query.forEach((name, value) -> given.put(name, List.of(value)));
        QueryParameters parameters = new QueryParameters(given);
        BalanceQuery asked = BalanceQuery.read(parameters, books.moment(LocalDate.of(2026, 1, 1), through));
        parameters.refuseIfWrong();
        List<BalanceRow> rows = balances.rows(asked, books.reference(), CubeFixture.view(books, through));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        new BalanceReport(asked, books.reference(), rows, "1.1").writeCsv(csv, CsvStyle.PLAIN);
        return csv.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(row -> told(row, asked.terms().size()))
                .toList();
    }

    private static String told(String row, int terms) {
        String[] cells = row.split(",", -1);
        StringBuilder told = new StringBuilder();
        boolean total = cells[2 * terms].equals("TOTAL");
        for (int term = 0; term < terms && !total; term++) {
            told.append(cells[2 * term]).append(' ');
        }
        told.append(cells[2 * terms]);
        for (int amount = 2 * terms + 1; amount < 2 * terms + 5; amount++) {
            told.append(' ')
                    .append(new java.math.BigDecimal(cells[amount])
                            .movePointRight(2)
                            .toBigIntegerExact());
        }
        return told.toString();
    }
}
