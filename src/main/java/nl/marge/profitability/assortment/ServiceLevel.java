package nl.marge.profitability.assortment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A service level.
 *
 * @param percent of replenishment cycles without a stock-out
 * @param deviate the normal deviate that is not exceeded in so many percent of cases, six decimals, HALF_UP
 */
record ServiceLevel(BigDecimal percent, BigDecimal deviate) {

    /** What a level may be: below a half the safety stock would be negative, and none is ever certain. */
    static final String FORM = "50 to 99.99, with at most 2 decimals";

    private static final BigDecimal LEAST = BigDecimal.valueOf(50);
    private static final BigDecimal MOST = new BigDecimal("99.99");
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final int DECIMALS = 6;

    /** Decimals that the deviate is found to before it is rounded. */
    private static final int FINE = 12;

    private static final BigDecimal FINEST = BigDecimal.ONE.movePointLeft(FINE);

    /** More than the deviate of any level there is. */
    private static final BigDecimal DEVIATE_LIMIT = BigDecimal.valueOf(4);

    private static final BigDecimal ROOT_OF_TWO_PI = new BigDecimal("2.506628274631000502415765284811045253");

    ServiceLevel {
        requireNonNull(percent, "percent");
        requireNonNull(deviate, "deviate");
    }

    /** The level of so many percent. */
    static ServiceLevel of(BigDecimal percent) {
        return new ServiceLevel(percent, deviate(percent));
    }

    /** A percentage as it is written; empty when it is none, or no level. */
    static Optional<BigDecimal> percent(String text) {
        return text.matches("[0-9]{2}(\\.[0-9]{1,2})?")
                ? Optional.of(new BigDecimal(text))
                        .filter(percent -> percent.compareTo(LEAST) >= 0 && percent.compareTo(MOST) <= 0)
                : Optional.empty();
    }

    /** Where the distribution reaches {@code percent}, found by halving: it only rises. */
    private static BigDecimal deviate(BigDecimal percent) {
        BigDecimal sought = percent.subtract(LEAST).movePointLeft(2).multiply(ROOT_OF_TWO_PI, DIGITS);
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = DEVIATE_LIMIT;
        while (high.subtract(low).compareTo(FINEST) > 0) {
            BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2), DIGITS);
            if (areaTo(middle).compareTo(sought) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The integral of {@code exp(-t^2/2)} from zero to {@code z}: sum over k of (-1)^k z^(2k+1) / (2^k k! (2k+1)). */
    private static BigDecimal areaTo(BigDecimal z) {
        BigDecimal square = z.multiply(z, DIGITS);
        BigDecimal power = z;
        BigDecimal sum = z;
        for (int k = 1; power.abs().compareTo(FINEST.multiply(FINEST)) > 0; k++) {
            power = power.multiply(square, DIGITS)
                    .divide(BigDecimal.valueOf(2L * k), DIGITS)
                    .negate();
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * k + 1), DIGITS), DIGITS);
        }
        return sum;
    }
}
