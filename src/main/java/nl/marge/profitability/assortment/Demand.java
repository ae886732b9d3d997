package nl.marge.profitability.assortment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Quantities;

/**
 * The demand of an item month by month: its mean, and the standard deviation of the sample, {@code sqrt(sum((q -
 * mean)^2) / (months - 1))}. Returns count against what was sold. The two sums it is known by are exact, so classes and
 * stock depend on no rounding; what is told is rounded once. Pure.
 *
 * @param months how many there are, at least two
 * @param sum of the quantities, in millionths
 * @param squares the sum of their squares
 */
record Demand(int months, BigInteger sum, BigInteger squares) {

    private static final int VARIATION_DECIMALS = 4;

    /** Enough for every digit of a quotient whose root is told with half as many. */
    static final MathContext QUOTIENT = new MathContext(68);

    /** Digits of a root: more than any figure is told with. */
    static final MathContext ROOT = MathContext.DECIMAL128;

    Demand {
        requireNonNull(sum, "sum");
        requireNonNull(squares, "squares");
    }

    /** The demand of these quantities in millionths, one a month. */
    static Demand of(List<BigInteger> quantities) {
        return new Demand(
                quantities.size(),
                quantities.stream().reduce(BigInteger.ZERO, BigInteger::add),
                quantities.stream().map(quantity -> quantity.pow(2)).reduce(BigInteger.ZERO, BigInteger::add));
    }

    /** Quantity a month, as many decimals as quantities have, HALF_UP. */
    BigDecimal mean() {
        return meanTimes(BigDecimal.ONE).setScale(Quantities.DECIMALS, RoundingMode.HALF_UP);
    }

    /** Quantity a month, as many decimals as quantities have, HALF_UP. */
    BigDecimal deviation() {
        return deviationTimes(BigDecimal.ONE).setScale(Quantities.DECIMALS, RoundingMode.HALF_UP);
    }

    /** The coefficient of variation, four decimals, HALF_UP; empty where nothing is sold on balance. */
    Optional<BigDecimal> variation() {
        return isSold()
                ? Optional.of(new BigDecimal(spread().multiply(count()))
                        .divide(new BigDecimal(sum.pow(2).multiply(count().subtract(BigInteger.ONE))), QUOTIENT)
                        .sqrt(ROOT)
                        .setScale(VARIATION_DECIMALS, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** Whether anything is sold on balance; without it variation means nothing. */
    boolean isSold() {
        return sum.signum() > 0;
    }

    /** Whether the coefficient of variation is at most {@code limit}, exactly. */
    boolean variesAtMost(BigDecimal limit) {
        BigDecimal most = limit.pow(2).multiply(new BigDecimal(sum.pow(2).multiply(count().subtract(BigInteger.ONE))));
        return new BigDecimal(spread().multiply(count())).compareTo(most) <= 0;
    }

    /** The mean times {@code factor}. */
    BigDecimal meanTimes(BigDecimal factor) {
        return new BigDecimal(sum, Quantities.DECIMALS).multiply(factor).divide(BigDecimal.valueOf(months), QUOTIENT);
    }

    /** The deviation times the root of {@code factor}, one root of both. */
    BigDecimal deviationTimes(BigDecimal factor) {
        return new BigDecimal(spread(), 2 * Quantities.DECIMALS)
                .multiply(factor)
                .divide(new BigDecimal(count().multiply(count().subtract(BigInteger.ONE))), QUOTIENT)
                .sqrt(ROOT);
    }

    /** {@code months x sum(q^2) - sum(q)^2}, which is months times the sum of squares around the mean. */
    private BigInteger spread() {
        return squares.multiply(count()).subtract(sum.pow(2));
    }

    private BigInteger count() {
        return BigInteger.valueOf(months);
    }
}
