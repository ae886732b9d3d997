package nl.marge.profitability.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

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
     * with k the place by size, the smallest first.
     */
    public static Figure gini(List<BigInteger> values) {
        Optional<Missing> missing = missing(values);
        if (missing.isPresent()) {
            return new Figure(Optional.empty(), missing);
        }
        int[] descending = Descending.order(values);
        long count = descending.length;
        BigInteger weighed = BigInteger.ZERO;
        for (int i = 0; i < count; i++) {
            BigInteger weight = BigInteger.valueOf(count - 1 - 2L * i);
            weighed = weighed.add(values.get(descending[i]).multiply(weight));
        }
        return figure(weighed, sum(values).multiply(BigInteger.valueOf(count)));
    }

    /** The Herfindahl-Hirschman index: the sum of squared shares, from 1/n when all are equal to 1 when one has all. */
    public static Figure herfindahl(List<BigInteger> values) {
        Optional<Missing> missing = missing(values);
        if (missing.isPresent()) {
            return new Figure(Optional.empty(), missing);
        }
        BigInteger squares =
                values.stream().map(value -> value.multiply(value)).reduce(BigInteger.ZERO, BigInteger::add);
        return figure(squares, sum(values).pow(2));
    }

    private static Figure figure(BigInteger part, BigInteger whole) {
        return new Figure(
                Optional.of(new BigDecimal(part).divide(new BigDecimal(whole), DECIMALS, RoundingMode.HALF_UP)),
                Optional.empty());
    }

    private static Optional<Missing> missing(List<BigInteger> values) {
        if (values.stream().anyMatch(value -> value.signum() < 0)) {
            return Optional.of(Missing.NEGATIVE_NET_REVENUE);
        }
        return sum(values).signum() == 0 ? Optional.of(Missing.NO_NET_REVENUE) : Optional.empty();
    }

    private static BigInteger sum(List<BigInteger> values) {
        return values.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
