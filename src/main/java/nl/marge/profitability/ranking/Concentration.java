package nl.marge.profitability.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.sums.ExactSum;

/**
 * How unevenly something is spread. Both figures are of net revenue, because profit may be negative, and then neither
 * means anything; four decimals, HALF_UP. Pure.
 */
public final class Concentration {

    private static final int DECIMALS = 4;

    private Concentration() {}

    /** Why a figure cannot be told. */
    public enum Missing {
        /** There is none to be spread. */
        NO_NET_REVENUE,
        /** Some of it is below zero. */
        NEGATIVE_NET_REVENUE
    }

    /** A figure, or why there is none. */
    public record Figure(Optional<BigDecimal> value, Optional<Missing> missing) {}

    /**
     * The Gini coefficient: 0 when all are equal, towards 1 when one has all; {@code sum((2k - n - 1) x_k) / (n sum x)}
     * with k the place by size, the smallest first. Added up as {@code 2 sum(x_1 + .. + x_i) - (n + 1) sum x} over the
     * largest first, which is the same.
     */
    public static Figure gini(List<BigInteger> values) {
        return gini(values, Descending.order(values));
    }

    /** The same of values whose order, the largest first, is known. */
    static Figure gini(List<BigInteger> values, int[] descending) {
        BigInteger sum = sum(values);
        Optional<Missing> missing = missing(values, sum);
        if (missing.isPresent()) {
            return new Figure(Optional.empty(), missing);
        }
        ExactSum cumulative = new ExactSum();
        ExactSum cumulatives = new ExactSum();
        for (int place : descending) {
            cumulative.add(values.get(place));
            cumulatives.add(cumulative.value());
        }
        BigInteger count = BigInteger.valueOf(descending.length);
        BigInteger weighed = cumulatives.value().shiftLeft(1).subtract(sum.multiply(count.add(BigInteger.ONE)));
        return figure(weighed, sum.multiply(count));
    }

    /** The Herfindahl-Hirschman index: the sum of squared shares, from 1/n when all are equal to 1 when one has all. */
    public static Figure herfindahl(List<BigInteger> values) {
        BigInteger sum = sum(values);
        Optional<Missing> missing = missing(values, sum);
        if (missing.isPresent()) {
            return new Figure(Optional.empty(), missing);
        }
        BigInteger squares = BigInteger.ZERO;
        for (BigInteger value : values) {
            squares = squares.add(value.multiply(value));
        }
        return figure(squares, sum.pow(2));
    }

    private static Figure figure(BigInteger part, BigInteger whole) {
        return new Figure(
                Optional.of(new BigDecimal(part).divide(new BigDecimal(whole), DECIMALS, RoundingMode.HALF_UP)),
                Optional.empty());
    }

    private static Optional<Missing> missing(List<BigInteger> values, BigInteger sum) {
        for (BigInteger value : values) {
            if (value.signum() < 0) {
                return Optional.of(Missing.NEGATIVE_NET_REVENUE);
            }
        }
        return sum.signum() == 0 ? Optional.of(Missing.NO_NET_REVENUE) : Optional.empty();
    }

    private static BigInteger sum(List<BigInteger> values) {
        ExactSum sum = new ExactSum();
        values.forEach(sum::add);
        return sum.value();
    }
}
