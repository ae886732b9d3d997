package nl.marge.profitability.ranking;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.marge.profitability.ranking.Ranking.Ranked;

/**
 * The cumulative measure over rows, best first: it rises to its peak where the last row that earns something is added,
 * and what the rows behind it lose takes it down to the total (domain.md, oracle H). What costs a pass over all rows is
 * found once, when the curve is made. Pure.
 */
public final class WhaleCurve {

    private final Ranking ranking;
    private final Point peak;
    private final Losses losses;
    private final Concentration.Figure gini;
    private final Concentration.Figure herfindahl;
    private final List<Order> orders;

    /** The curve of a ranking. */
    public WhaleCurve(Ranking ranking) {
        this.ranking = ranking;
        int earning = 0;
        int losing = 0;
        for (Ranked row : ranking.ranked()) {
            int sign = row.measures().value().signum();
            earning += sign > 0 ? 1 : 0;
            losing += sign < 0 ? 1 : 0;
        }
        peak = point(earning);
        losses = new Losses(losing, ranking.total().subtract(peak.cumulative()));
        List<BigInteger> revenues = ranking.amounts(Measures::netRevenue);
        int[] byRevenue = Descending.order(revenues);
        gini = Concentration.gini(revenues, byRevenue);
        herfindahl = Concentration.herfindahl(revenues);
        orders = orders(ranking.places(byRevenue));
    }

    /** A point of the curve: after {@code rank} rows. */
    public record Point(int rank, BigInteger cumulative) {}

    /** The rows that lose, and what they lose, which is not above zero. */
    public record Losses(int count, BigInteger value) {}

    /**
     * The best rows by one measure.
     *
     * @param by the line of the template they are picked by
     * @param measures what they come to
     * @param alsoBest how many of them are among as many of the best by the measure of the curve
     * @param lossMakers how many of them are below zero by it
     */
    public record Top(String by, int count, Measures measures, int alsoBest, int lossMakers) {

        public Top {
            requireNonNull(by, "by");
            requireNonNull(measures, "measures");
        }
    }

    /** The places of the rows, from 0, in the order of a line of the template. */
    private record Order(String by, int[] places) {}

    /** The point at which the curve is highest: after the last row above zero; rank 0 when there is none. */
    public Point peak() {
        return peak;
    }

    /** What is lost behind the peak: the total less the peak. */
    public Losses losses() {
        return losses;
    }

    /** How unevenly net revenue is spread over the rows. */
    public Concentration.Figure gini() {
        return gini;
    }

    /** The sum of squared shares of net revenue. */
    public Concentration.Figure herfindahl() {
        return herfindahl;
    }

    /**
     * Points at about equal distances, at most {@code limit} of them besides the first, the peak and the last, which
     * are always there.
     */
    public List<Point> points(int limit) {
        int rows = ranking.ranked().size();
        Set<Integer> ranks = new TreeSet<>(List.of(0, peak.rank(), rows));
        int steps = Math.min(limit, rows);
        for (int i = 1; i < steps; i++) {
            ranks.add((int) ((long) rows * i / steps));
        }
        return ranks.stream().map(this::point).toList();
    }

    /**
     * The same number of rows picked three ways: by the measure, by gross margin and by net revenue. Who takes the best
     * by revenue for the best by profit sees here what that costs; of equal ones the first by key counts, so that who
     * picks by revenue does not pick by profit among them.
     */
    public List<Top> tops(int percent) {
        int count = ranking.top(percent);
        return orders.stream().map(order -> top(order, count)).toList();
    }

    private List<Order> orders(int[] byRevenue) {
        String measure = ranking.lines().measure();
        List<Order> found = new ArrayList<>();
        found.add(new Order(measure, IntStream.range(0, ranking.ranked().size()).toArray()));
        if (!measure.equals(RankedLines.GROSS_MARGIN)) {
            int[] byMargin = Descending.order(ranking.amounts(Measures::grossMargin));
            found.add(new Order(RankedLines.GROSS_MARGIN, ranking.places(byMargin)));
        }
        if (!measure.equals(RankedLines.NET_REVENUE)) {
            found.add(new Order(RankedLines.NET_REVENUE, byRevenue));
        }
        return found;
    }

    private Top top(Order order, int count) {
        List<Measures> picked = new ArrayList<>(count);
        int alsoBest = 0;
        int lossMakers = 0;
        for (int i = 0; i < count; i++) {
            int place = order.places[i];
            Measures measures = ranking.ranked().get(place).measures();
            picked.add(measures);
            alsoBest += place < count ? 1 : 0;
            lossMakers += measures.value().signum() < 0 ? 1 : 0;
        }
        return new Top(order.by, count, Measures.sum(picked), alsoBest, lossMakers);
    }

    private Point point(int rank) {
        return new Point(
                rank,
                rank == 0 ? BigInteger.ZERO : ranking.ranked().get(rank - 1).cumulative());
    }
}
