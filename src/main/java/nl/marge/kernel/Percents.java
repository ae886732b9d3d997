package nl.marge.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** Percentages of money: the ratio of two sums, HALF_UP (away from zero on a tie) to two decimals. */
public final class Percents {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private Percents() {}

    /** {@code part} as a percentage of {@code whole}, or empty when the whole is zero; never {@code -0.00}. */
    public static Optional<BigDecimal> of(BigInteger part, BigInteger whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(part)
                        .multiply(HUNDRED)
                        .divide(new BigDecimal(whole), DECIMALS, RoundingMode.HALF_UP));
    }

    /** The same, and empty too when the whole is below zero: a loss over negative revenue would read as a profit. */
    public static Optional<BigDecimal> ofPositive(BigInteger part, BigInteger whole) {
        return whole.signum() > 0 ? of(part, whole) : Optional.empty();
    }
}
