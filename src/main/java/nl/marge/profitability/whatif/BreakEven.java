package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Finds how far a lever has to be moved until a row reaches a target, to a millionth of a percent, by halving the range
 * from -100 to 1000 percent. A row that is beyond the target already is told how far the lever may move the other way
 * before it falls below. It takes for granted that more of a lever moves a row one way all along. Pure.
 */
public final class BreakEven {

    /** Millionths of a percent at least: nothing is left. */
    static final long LEAST = -100_000_000L;

    /** Millionths of a percent at most: eleven times as much; who needs more needs something else. */
    static final long MOST = 1_000_000_000L;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final LongFunction<Point> at;
    private final Target target;

    /**
     * A search.
     *
     * @param at what comes of a change, in millionths of a percent
     */
    BreakEven(LongFunction<Point> at, Target target) {
        this.at = requireNonNull(at, "at");
        this.target = requireNonNull(target, "target");
    }

    /** What comes of a change: the row's value of the line, its net revenue, and the company's value of the line. */
    public record Point(BigInteger value, BigInteger netRevenue, BigInteger company) {
        public Point {
            requireNonNull(value, "value");
            requireNonNull(netRevenue, "netRevenue");
            requireNonNull(company, "company");
        }
    }

    /** What is to be reached: an amount in minor units, or a percentage of the row's net revenue as it is then. */
    public record Target(Optional<BigDecimal> percentOfNetRevenue, BigDecimal amount) {
        public Target {
            requireNonNull(percentOfNetRevenue, "percentOfNetRevenue");
            requireNonNull(amount, "amount");
        }

        /** The target in whole minor units, HALF_UP: a value, which has no fraction, could not meet another. */
        public BigDecimal in(Point point) {
            return percentOfNetRevenue
                    .map(percent ->
                            new BigDecimal(point.netRevenue()).multiply(percent).divide(HUNDRED))
                    .orElse(amount)
                    .setScale(0, RoundingMode.HALF_UP);
        }
    }

    /** How a search ended. */
    public enum Outcome {
        /** There is such a change. */
        REACHED,
        /** No change in the range brings the row so far. */
        OUT_OF_REACH,
        /** The row reaches the target whatever the change. */
        ALWAYS_REACHED,
        /** The lever does not move the row. */
        UNMOVED
    }

    /**
     * The end of a search.
     *
     * @param change in percent: the one that is asked for, or else the best there is
     * @param point what comes of it
     */
    public record Found(Outcome outcome, BigDecimal change, Point point) {
        public Found {
            requireNonNull(outcome, "outcome");
            requireNonNull(change, "change");
            requireNonNull(point, "point");
        }
    }

    /** Searches. */
    Found search() {
        Point least = at.apply(LEAST);
        Point most = at.apply(MOST);
        boolean reachedAtLeast = isReached(least);
        if (reachedAtLeast != isReached(most)) {
            return boundary(reachedAtLeast);
        }
        if (gap(least).compareTo(gap(most)) == 0) {
            return new Found(Outcome.UNMOVED, BigDecimal.ZERO, at.apply(0));
        }
        boolean mostIsBest = gap(most).compareTo(gap(least)) > 0;
        if (reachedAtLeast) {
            // The worst end still reaches the target, so nothing in between falls below it.
            return mostIsBest
                    ? new Found(Outcome.ALWAYS_REACHED, percent(LEAST), least)
                    : new Found(Outcome.ALWAYS_REACHED, percent(MOST), most);
        }
        return mostIsBest
                ? new Found(Outcome.OUT_OF_REACH, percent(MOST), most)
                : new Found(Outcome.OUT_OF_REACH, percent(LEAST), least);
    }

    /** The last change on the side that reaches the target. */
    private Found boundary(boolean reachedAtLeast) {
        long reached = reachedAtLeast ? LEAST : MOST;
        long missed = reachedAtLeast ? MOST : LEAST;
        while (Math.abs(reached - missed) > 1) {
            long middle = Math.floorDiv(reached + missed, 2);
            if (isReached(at.apply(middle))) {
                reached = middle;
            } else {
                missed = middle;
            }
        }
        return new Found(Outcome.REACHED, percent(reached), at.apply(reached));
    }

    private boolean isReached(Point point) {
        return gap(point).signum() >= 0;
    }

    private BigDecimal gap(Point point) {
        return new BigDecimal(point.value()).subtract(target.in(point));
    }

    /** Millionths of a percent as a percentage with six decimals. */
    static BigDecimal percent(long millionths) {
        return BigDecimal.valueOf(millionths, 6);
    }
}
