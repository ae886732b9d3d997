package nl.marge.profitability.ranking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.marge.profitability.ranking.Ranking.Ranked;

/**
 * The cumulative measure over rows, best first: it rises to its peak where the last row that earns something is added,
 * and what the rows behind it lose takes it down to the total (domain.md, oracle H). Pure.
 */
public final class WhaleCurve {

    private final Ranking ranking;

    /** The curve of a ranking. */
    public WhaleCurve(Ranking ranking) {
        this.ranking = ranking;
    }

    /** A point of the curve: after {@code rank} rows. */
    public record Point(int rank, BigInteger cumulative) {}

    /** The rows that lose, and what they lose, which is not above zero. */
    public record Losses(int count, BigInteger value) {}

    /** The best rows by one measure, and what they come to by each. */
    public record Top(String by, List<Ranked> rows, Measures measures) {}

    /** The point at which the curve is highest: after the last row above zero; rank 0 when there is none. */
    public Point peak() {
        int rank = (int) ranking.ranked().stream()
                .filter(row -> row.measures().value().signum() > 0)
                .count();
        return point(rank);
    }

    /** What is lost behind the peak: the total less the peak. */
    public Losses losses() {
        int count = (int) ranking.ranked().stream()
                .filter(row -> row.measures().value().signum() < 0)
                .count();
        return new Losses(count, ranking.total().subtract(peak().cumulative()));
    }

    /**
     * Points at about equal distances, at most {@code limit} of them besides the first, the peak and the last, which
     * are always there.
     */
    public List<Point> points(int limit) {
        int rows = ranking.ranked().size();
        Set<Integer> ranks = new TreeSet<>(List.of(0, peak().rank(), rows));
        int steps = Math.min(limit, rows);
        for (int i = 1; i < steps; i++) {
            ranks.add((int) ((long) rows * i / steps));
        }
        return ranks.stream().map(this::point).toList();
    }

    /**
     * The same number of rows picked three ways: by the measure, by gross margin and by net revenue. Who takes the best
     * by revenue for the best by profit sees here what that costs.
     */
    public List<Top> tops(int percent) {
        int count = ranking.top(percent);
        List<Top> tops = new ArrayList<>();
        tops.add(top(ranking.lines().measure(), Measures::value, count));
        if (!ranking.lines().measure().equals(RankedLines.GROSS_MARGIN)) {
            tops.add(top(RankedLines.GROSS_MARGIN, Measures::grossMargin, count));
        }
        if (!ranking.lines().measure().equals(RankedLines.NET_REVENUE)) {
            tops.add(top(RankedLines.NET_REVENUE, Measures::netRevenue, count));
        }
        return tops;
    }

    /** How many rows two picks have in common. */
    public static int inBoth(Top one, Top other) {
        Set<List<Integer>> keys = new HashSet<>();
        one.rows().forEach(row -> keys.add(row.row().key()));
        return (int) other.rows().stream()
                .filter(row -> keys.contains(row.row().key()))
                .count();
    }

    private Top top(String by, Function<Measures, BigInteger> measure, int count) {
        List<Ranked> rows = ranking.topBy(measure, count);
        return new Top(by, rows, Ranking.sum(rows));
    }

    private Point point(int rank) {
        return new Point(
                rank,
                rank == 0 ? BigInteger.ZERO : ranking.ranked().get(rank - 1).cumulative());
    }
}
