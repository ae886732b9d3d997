package nl.marge.customervalue.cohort;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import nl.marge.customervalue.discount.AnnualRate;

/**
 * What money of a later day is worth, {@code (1 + d)^(-days / 365.25)}, in units of 10^-18: so finely that the rounding
 * of a factor shows in no sum below a quadrillion.
 */
final class DayFactors {

    /** Units that make one. */
    static final int DECIMALS = 18;

    private static final BigInteger ONE = BigInteger.TEN.pow(DECIMALS);
    private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);

    private final BigInteger[] factors;

    private DayFactors(BigInteger[] factors) {
        this.factors = factors;
    }

    /** The factors for up to {@code days}; without a rate money is worth the same at all times. */
    static DayFactors of(Optional<AnnualRate> rate, int days) {
        BigInteger[] factors = new BigInteger[rate.isPresent() ? days + 1 : 1];
        BigDecimal daily = rate.map(given -> BigDecimal.ONE.divide(given.growthInDays(1), DIGITS))
                .orElse(BigDecimal.ONE);
        BigDecimal factor = BigDecimal.ONE;
        for (int day = 0; day < factors.length; day++) {
            factors[day] = factor.setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue();
            factor = factor.multiply(daily, DIGITS);
        }
        return new DayFactors(factors);
    }

    /** {@code amount} so many days later; before the start money counts as at the start. */
    BigInteger worth(BigInteger amount, int days) {
        return amount.multiply(factors.length == 1 ? ONE : factors[Math.max(0, days)]);
    }
}
