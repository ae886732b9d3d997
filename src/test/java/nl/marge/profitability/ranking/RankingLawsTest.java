package nl.marge.profitability.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nl.marge.cube.CubeFixture;
import nl.marge.cube.Questions;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.Violations;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.ProfitAndLosses;
import nl.marge.profitability.ReportsFixture;
import nl.marge.profitability.RowKind;
import nl.marge.profitability.ranking.Ranking.Ranked;
import nl.marge.seeded.SeededBooks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every ranking, over seeded ledgers; a failure prints its seed. */
class RankingLawsTest {

    private static final int ENTRIES = 150;
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final List<String> MEASURES = List.of("CM4", "CM1", "NET_REVENUE", "NET_PROFIT", "GROSS_REVENUE");

    private final ProfitAndLosses reports = ReportsFixture.reports(new Questions());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rankingTiesToTheReport(long seed) {
        Ranking ranking = ranking(seed);
        ProfitAndLoss report = ranking.report();

        BigInteger apart =
                ranking.apart().stream().map(row -> row.measures().value()).reduce(BigInteger.ZERO, BigInteger::add);
        assertEquals(
                report.total().value(ranking.lines().value(), 0),
                ranking.total().add(apart),
                "seed " + seed);
        long rows = report.rows().stream()
                .filter(row -> row.kind() == RowKind.VALUE)
                .count();
        assertEquals(rows, ranking.ranked().size(), "seed " + seed);
        for (int i = 1; i < ranking.ranked().size(); i++) {
            Ranked before = ranking.ranked().get(i - 1);
            Ranked row = ranking.ranked().get(i);
            assertTrue(before.measures().value().compareTo(row.measures().value()) >= 0, "seed " + seed);
            assertEquals(i + 1, row.rank(), "seed " + seed);
            assertEquals(before.cumulative().add(row.measures().value()), row.cumulative(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decilesHoldEveryRowOnceAndDifferByOneAtMost(long seed) {
        Ranking ranking = ranking(seed);

        List<Ranking.Decile> deciles = ranking.deciles();

        int rows = ranking.ranked().size();
        assertEquals(rows, deciles.stream().mapToInt(Ranking.Decile::count).sum(), "seed " + seed);
        deciles.forEach(decile -> assertTrue(Math.abs(decile.count() - rows / 10.0) < 1, "seed " + seed));
        assertEquals(
                Ranking.sum(ranking.ranked()),
                deciles.stream().map(Ranking.Decile::measures).reduce(Measures.NONE, Measures::plus),
                "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void curveRisesToItsPeakAndFallsToTheTotal(long seed) {
        Ranking ranking = ranking(seed);
        WhaleCurve curve = new WhaleCurve(ranking);

        List<WhaleCurve.Point> points = curve.points(ranking.ranked().size() + 1);

        WhaleCurve.Point peak = curve.peak();
        assertTrue(points.contains(peak), "seed " + seed);
        points.forEach(point -> assertTrue(point.cumulative().compareTo(peak.cumulative()) <= 0, "seed " + seed));
        assertEquals(ranking.total(), points.get(points.size() - 1).cumulative(), "seed " + seed);
        assertEquals(ranking.total(), peak.cumulative().add(curve.losses().value()), "seed " + seed);
        assertTrue(curve.losses().value().signum() <= 0, "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyPicksMoreProfitThanWhoPicksByIt(long seed) {
        Ranking ranking = ranking(seed);
        for (int percent : new int[] {1, 20, 50, 100}) {
            List<WhaleCurve.Top> tops = new WhaleCurve(ranking).tops(percent);
            BigInteger best = tops.get(0).measures().value();

            tops.forEach(top -> {
                assertEquals(ranking.top(percent), top.count(), "seed " + seed);
                assertTrue(top.measures().value().compareTo(best) <= 0, "seed " + seed);
            });
        }
    }

    private Ranking ranking(long seed) {
        SeededBooks books = seed % 2 == 0 ? new SeededBooks(seed, ENTRIES) : SeededBooks.withCapacity(seed, ENTRIES);
        QueryParameters query = new QueryParameters(Map.of("from", List.of("2025-01"), "to", List.of("2026-12")));
        GroupBy by = GroupBy.read("DIM1", books.reference().dimensions(), new Violations());
        return Ranking.of(
                reports.total(
                        query.range(),
                        by,
                        LineSelection.read(query, books.moment(TODAY, ENTRIES)),
                        books.reference(),
                        CubeFixture.view(books, ENTRIES)),
                RankedLines.of(MEASURES.get((int) (seed % MEASURES.size())), books.reference()));
    }
}
