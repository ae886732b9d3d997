package nl.marge.customervalue.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import nl.marge.cube.CubeFixture;
import nl.marge.cube.CubeView;
import nl.marge.cube.Questions;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.Violations;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.ReportsFixture;
import nl.marge.profitability.RowKind;
import nl.marge.seeded.SeededBooks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories are the segment P&L cut by days, over seeded ledgers; a failure prints its seed. */
class HistoriesLawsTest {

    private static final int ENTRIES = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void daysOfEachCustomerSumToTheProfitAndLoss(long seed) {
        SeededBooks books = seed % 2 == 0 ? new SeededBooks(seed, ENTRIES) : SeededBooks.withCapacity(seed, ENTRIES);
        QueryParameters query = new QueryParameters(Map.of("from", List.of("2025-03"), "to", List.of("2026-10")));
        LineSelection selection = LineSelection.read(query, books.moment(TODAY, ENTRIES));
        CubeView view = CubeFixture.view(books, ENTRIES);
        HistoryQuery asked = new HistoryQuery(
                query.range(),
                selection,
                "CM4",
                books.reference().dimensions().requireDimension("DIM1"),
                Optional.empty());

        Histories histories = new CustomerHistories(new Questions()).of(asked, books.reference(), view);

        GroupBy by = GroupBy.read("DIM1", books.reference().dimensions(), new Violations());
        ProfitAndLoss report =
                ReportsFixture.reports(new Questions()).total(query.range(), by, selection, books.reference(), view);
        assertEquals(
                byCustomer(report, "NET_REVENUE"), byCustomer(histories, CustomerDays::netRevenue), "seed " + seed);
        assertEquals(byCustomer(report, "CM2"), byCustomer(histories, CustomerDays::margin), "seed " + seed);
        assertEquals(
                byCustomer(report, "CM4"),
                byCustomer(histories, (days, i) -> days.margin(i).subtract(days.costToServe(i))),
                "seed " + seed);
        assertEquals(BigInteger.ZERO, histories.proof().difference(), "seed " + seed);
        assertEquals(report.reconciliation().ledger(), histories.proof().ledger(), "seed " + seed);
        assertEquals(
                report.total().value(line(report, "CM4"), 0), histories.total().profit(), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void daysComeOnceAndAscending(long seed) {
        SeededBooks books = new SeededBooks(seed, ENTRIES);
        QueryParameters query = new QueryParameters(Map.of("from", List.of("2025-03"), "to", List.of("2026-10")));
        HistoryQuery asked = new HistoryQuery(
                query.range(),
                LineSelection.read(query, books.moment(TODAY, ENTRIES)),
                "CM1",
                books.reference().dimensions().requireDimension("DIM1"),
                Optional.empty());

        Histories histories =
                new CustomerHistories(new Questions()).of(asked, books.reference(), CubeFixture.view(books, ENTRIES));

        for (CustomerDays days : histories.customers()) {
            for (int i = 0; i < days.size(); i++) {
                assertTrue(i == 0 || days.day(i) > days.day(i - 1), "seed " + seed);
                assertTrue(days.day(i) >= histories.first().toEpochDay(), "seed " + seed);
                assertTrue(days.day(i) <= histories.last().toEpochDay(), "seed " + seed);
                assertEquals(days.netRevenue(i).signum() > 0, days.isPurchase(i), "seed " + seed);
                assertEquals(BigInteger.ZERO, days.costToServe(i), "nothing stands below CM1, seed " + seed);
            }
        }
    }

    private static int line(ProfitAndLoss report, String code) {
        return report.lines().stream().map(of -> of.code()).toList().indexOf(code);
    }

    private static Map<Integer, BigInteger> byCustomer(ProfitAndLoss report, String line) {
        Map<Integer, BigInteger> values = new TreeMap<>();
        for (int row = 0; row < report.rows().size(); row++) {
            if (report.rows().get(row).kind() == RowKind.VALUE) {
                values.put(report.rows().get(row).key().get(0), report.value(row, line(report, line)));
            }
        }
        return values;
    }

    private static Map<Integer, BigInteger> byCustomer(
            Histories histories, BiFunction<CustomerDays, Integer, BigInteger> figure) {
        Map<Integer, BigInteger> values = new TreeMap<>();
        for (CustomerDays days : histories.customers()) {
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < days.size(); i++) {
                sum = sum.add(figure.apply(days, i));
            }
            values.put(days.customer(), sum);
        }
        return values;
    }
}
