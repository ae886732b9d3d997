package nl.marge.profitability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import nl.marge.cube.CubeFixture;
import nl.marge.cube.Questions;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.lines.PlainLines;
import nl.marge.platform.http.QueryParameters;
import nl.marge.seeded.SeededBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfitAndLossesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final ProfitAndLosses reports = new ProfitAndLosses(new Questions());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reportsWhatGoingThroughTheLinesTells(long seed) {
        agreesWithGoingThroughTheLines(seed, new SeededBooks(seed, 150));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reportsCapacityInRowsOfItsOwn(long seed) {
        agreesWithGoingThroughTheLines(seed, SeededBooks.withCapacity(seed, 150));
    }

    private void agreesWithGoingThroughTheLines(long seed, SeededBooks books) {
        for (int i = 0; i < 2; i++) {
            Map<String, String> query = draw(books);

            for (int through : new int[] {40, 90, 150, 90}) {
                ProfitAndLoss report = report(books, query, through);

                assertEquals(
                        new PlainReport(books, query, through).told(),
                        told(report),
                        "seed " + seed + " through " + through + " " + query);
                assertEquals(through + ".1", report.watermark().toString());
            }
        }
    }

    @Test
    void refusesAReportWithTooManyValuesAndSaysHowMany() {
        SeededBooks books = new SeededBooks(4, 150);
        Map<String, String> query = Map.of("from", "2025-01", "to", "2026-12", "columns", "MONTH", "by", "DIM1");
        int values = (report(books, query, 150).rows().size() + 1) * 20 * 25;

        Refusal refused = assertThrows(Refusal.class, () -> report(books, query, 150, values - 1));

        assertEquals(ViolationCode.REPORT_TOO_LARGE, refused.violations().get(0).code());
        assertTrue(refused.getMessage().startsWith("The report has " + values + " values: "), refused.getMessage());
        assertEquals(values, 20 * 25 * (report(books, query, 150, values).rows().size() + 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addsUpOnlyTheRowsShownWhenAllGroupsWouldBeTooMany(long seed) {
        SeededBooks books = SeededBooks.withCapacity(seed, 150);
        Map<String, String> query = draw(books);
        query.put("limit", "2");
        List<String> expected = new PlainReport(books, query, 150).told();
        long valuesShown = expected.size() - 1;

        assertEquals(expected, told(report(books, query, 150, valuesShown)), "seed " + seed + " " + query);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void linesBehindEveryCellAddUpToIt(long seed) {
        SeededBooks books = SeededBooks.withCapacity(seed, 40);
        Map<String, String> query = draw(books);
        ProfitAndLoss report = report(books, query, 40);
        DrillLinks links = new DrillLinks(report.query(), report.reference());

        for (int row = 0; row < report.rows().size(); row++) {
            Optional<String> link = links.of(report.rows().get(row));
            assertEquals(report.rows().get(row).kind() == RowKind.OTHERS, link.isEmpty());
            if (link.isPresent()) {
                everyCellAddsUp(books, report, report.values(row), link.get());
            }
        }
        everyCellAddsUp(books, report, report.total(), links.ofTotal());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsComparedWithIsWhatItsOwnLinesAddUpTo(long seed) {
        SeededBooks books = SeededBooks.withCapacity(seed, 40);
        Map<String, String> query = draw(books);
        List<String> comparisons = List.of("PREVIOUS_YEAR", "PREVIOUS_PERIOD", "SCENARIO:BUDGET1");
        query.put("compare", comparisons.get(books.random().nextInt(3)));
        ProfitAndLoss report = report(books, query, 40);
        ProfitAndLoss base = report.base().orElseThrow();
        DrillLinks links = new DrillLinks(base.query(), base.reference());

        assertEquals(BigInteger.ZERO, report.reconciliation().difference());
        assertEquals(BigInteger.ZERO, base.reconciliation().difference());
        assertEquals(report.rows(), base.rows());
        assertEquals(told(report), told(report(books, query, 40, 1L + values(report))), "asked in two steps");
        for (int row = 0; row < base.rows().size(); row++) {
            int index = row;
            links.of(base.rows().get(row)).ifPresent(link -> everyCellAddsUp(books, base, base.values(index), link));
        }
        everyCellAddsUp(books, base, base.total(), links.ofTotal());
    }

    private static long values(ProfitAndLoss report) {
        return 2L
                * (report.rows().size() + 1)
                * report.lines().size()
                * report.columns().size();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comparingChangesNothingButTheRowsThatTheBaseAdds(long seed) {
        SeededBooks books = new SeededBooks(seed, 150);
        Map<String, String> query = draw(books);
        query.remove("limit");
        ProfitAndLoss plain = report(books, query, 150);
        query.put("compare", "SCENARIO:BUDGET0");

        ProfitAndLoss compared = report(books, query, 150);

        assertEquals(
                List.of(),
                plain.rows().stream()
                        .filter(row -> !compared.rows().contains(row))
                        .toList());
        List<String> told = told(compared);
        List<String> before = told(plain);
        assertEquals(before, told.stream().filter(before::contains).toList());
        query.put("scenario", "BUDGET0");
        query.remove("compare");
        ProfitAndLoss base = report(books, query, 150);
        assertEquals(
                told("", base, base.total()),
                told("", base, compared.base().orElseThrow().total()));
        assertEquals(base.reconciliation(), compared.base().get().reconciliation());
        compared.rows().stream()
                .filter(row -> !plain.rows().contains(row))
                .forEach(row -> assertTrue(base.rows().contains(row), () -> row + " is in neither"));
    }

    private static List<String> told(String row, ProfitAndLoss report, LineValues values) {
        List<String> told = new ArrayList<>();
        tell(told, row, report, values);
        return told;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void booksUpToAnEarlierEntryAreReportedAsTheyWereThen(long seed) {
        SeededBooks books = new SeededBooks(seed, 150);
        Map<String, String> query = draw(books);
        ReportFrame frame = frame(books, query, 150);

        for (int number : new int[] {150, 60, 0, 149, 1, 150}) {
            ProfitAndLoss then =
                    reports.report(frame, CubeFixture.view(books, 150).upTo(number));

            assertEquals(new PlainReport(books, query, number).told(), told(then), "seed " + seed + " at " + number);
        }
    }

    private static void everyCellAddsUp(SeededBooks books, ProfitAndLoss report, LineValues values, String link) {
        for (int line = 0; line < report.lines().size(); line++) {
            for (int column = 0; column < report.columns().size(); column++) {
                ReportColumns.Column of = report.columns().get(column);
                String cell =
                        link + "&line=" + report.lines().get(line).code() + "&from=" + of.from() + "&to=" + of.to();
                BigInteger sum = PlainLines.values(books, cell, TODAY).stream()
                        .map(BigInteger::new)
                        .reduce(BigInteger.ZERO, BigInteger::add);
                assertEquals(values.value(line, column), sum, cell);
            }
        }
    }

    private ProfitAndLoss report(SeededBooks books, Map<String, String> query, int through) {
        return report(books, query, through, ProfitAndLosses.VALUES_LIMIT);
    }

    private ProfitAndLoss report(SeededBooks books, Map<String, String> query, int through, long valuesLimit) {
        return reports.report(frame(books, query, through), CubeFixture.view(books, through), valuesLimit);
    }

    private static ReportFrame frame(SeededBooks books, Map<String, String> query, int through) {
        Map<String, List<String>> given = new HashMap<>();
        query.forEach((name, value) -> given.put(name, List.of(value)));
        QueryParameters parameters = new QueryParameters(given);
        ReportQuery asked = ReportQuery.read(parameters, books.moment(TODAY, through));
        parameters.refuseIfWrong();
        return ReportFrame.of(asked, books.reference());
    }

    private static Map<String, String> draw(SeededBooks books) {
        Random random = books.random();
        Map<String, String> query = new LinkedHashMap<>();
        int a = random.nextInt(24);
        int b = random.nextInt(24);
        LocalDate from = SeededBooks.FIRST.plusMonths(Math.min(a, b));
        LocalDate to = SeededBooks.FIRST.plusMonths(Math.max(a, b));
        boolean periods = random.nextBoolean();
        query.put(
                "from",
                periods
                        ? from.toString().substring(0, 7)
                        : from.plusDays(random.nextInt(20)).toString());
        query.put(
                "to",
                periods
                        ? to.toString().substring(0, 7)
                        : to.plusDays(20 + random.nextInt(8)).toString());
        query.put("by", books.dimensions().drawBy());
        query.put("filter", books.dimensions().drawFilter());
        query.put("columns", List.of("NONE", "MONTH", "QUARTER", "YEAR").get(random.nextInt(4)));
        if (random.nextInt(3) == 0) {
            query.put(
                    "membership",
                    "AS_OF:" + LocalDate.ofEpochDay(books.dimensions().day()));
        }
        if (random.nextInt(3) == 0) {
            query.put("kinds", "CLOSING,JOURNAL,ALLOCATION");
        }
        if (random.nextInt(3) == 0) {
            query.put("scenario", "BUDGET0");
        }
        if (random.nextInt(3) == 0) {
            query.put("allocation", random.nextBoolean() ? "BEFORE" : "AFTER");
        }
        if (random.nextInt(2) == 0) {
            query.put("sort", List.of("-CM4", "CM1", "COGS", "-NET_PROFIT").get(random.nextInt(4)));
        }
        if (random.nextInt(2) == 0) {
            query.put("limit", "" + (1 + random.nextInt(5)));
        }
        return query;
    }

    private static List<String> told(ProfitAndLoss report) {
        List<String> told = new ArrayList<>();
        for (int row = 0; row < report.rows().size(); row++) {
            ReportRow of = report.rows().get(row);
            List<String> key = of.kind() == RowKind.OTHERS
                    ? List.of("(others)")
                    : of.key().stream()
                            .map(id -> id == 0
                                    ? ""
                                    : report.reference().dimensions().value(id).code())
                            .toList();
            tell(told, of.kind() + " " + key, report, report.values(row));
        }
        tell(told, "TOTAL", report, report.total());
        Reconciliation proof = report.reconciliation();
        told.add("ledger " + proof.ledger() + " reported " + proof.reported() + " difference " + proof.difference()
                + " unassigned " + proof.unassigned() + " unused "
                + proof.capacity().unused() + " overDriven "
                + proof.capacity().overDriven());
        return told;
    }

    private static void tell(List<String> told, String row, ProfitAndLoss report, LineValues values) {
        for (int line = 0; line < report.lines().size(); line++) {
            StatementLine of = report.lines().get(line);
            for (int column = 0; column < report.columns().size(); column++) {
                String percent = of instanceof StatementLine.Subtotal
                        ? values.percentOfNetRevenue(line, column)
                                .map(java.math.BigDecimal::toPlainString)
                                .orElse("-")
                        : "-";
                told.add(row + " " + of.code() + " "
                        + report.columns().get(column).name() + " " + values.value(line, column) + " " + percent);
            }
        }
    }
}
