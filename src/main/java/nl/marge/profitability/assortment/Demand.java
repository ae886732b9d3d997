package nl.marge.profitability.assortment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The demand of an item month by month: its mean, and the standard deviation of the sample, {@code sqrt(sum((q -
 * mean)^2) / (months - 1))}; quantities a month, four decimals, HALF_UP. Returns count against what was sold. Pure.
 *
 * @param months how many there are, at least two
 */
record Demand(int months, BigDecimal mean, BigDecimal deviation) {

    private static final int DECIMALS = 4;

    Demand {
        requireNonNull(mean, "mean");
        requireNonNull(deviation, "deviation");
    }

    /** The demand of these quantities, one a month. */
    static Demand of(List<BigDecimal> quantities) {
        BigDecimal count = BigDecimal.valueOf(quantities.size());
        BigDecimal mean =
                quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, MathContext.DECIMAL128);
        BigDecimal squares = quantities.stream()
                .map(quantity -> quantity.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal deviation = squares.divide(count.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL64);
        return new Demand(quantities.size(), rounded(mean), rounded(deviation));
    }

    /** The coefficient of variation, four decimals; empty where nothing is sold on balance, and it means nothing. */
    Optional<BigDecimal> variation() {
        return mean.signum() > 0
                ? Optional.of(deviation.divide(mean, DECIMALS, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
