package nl.marge.customervalue.discount;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A discount rate: annual and effective, as a fraction: 0.10 is 10 %, and 1.00 a year from now is worth 1 / 1.10 today.
 * From 0 to 1.
 */
public record AnnualRate(BigDecimal value) {

    /** The form of a rate in words, for messages. */
    public static final String FORM = "an annual effective rate as a fraction from 0 to 1 with at most "
            + DecimalFraction.DECIMALS_LIMIT + " decimals: 0.10 is 10 %";

    /** The name of this basis in answers. */
    public static final String BASIS = "ANNUAL_EFFECTIVE";

    /** A year in days, leap years included: what the history of a customer is discounted by. */
    private static final BigDecimal DAYS_PER_YEAR = new BigDecimal("365.25");

    public AnnualRate {
        requireNonNull(value, "value");
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("an annual rate is 0 to 1, not " + value);
        }
    }

    /** The rate written in {@code text}, or empty when it is not of that {@link #FORM}. */
    public static Optional<AnnualRate> read(String text) {
        return DecimalFraction.read(text, BigDecimal.ZERO, BigDecimal.ONE).map(AnnualRate::new);
    }

    /** What 1 grows to in so many days, {@code (1 + d)^(days / 365.25)}, to forty decimals. */
    public BigDecimal growthInDays(long days) {
        return Powers.of(factor(), BigDecimal.valueOf(days).divide(DAYS_PER_YEAR, Powers.EXACT));
    }

    /** What 1 grows to in a year. */
    BigDecimal factor() {
        return BigDecimal.ONE.add(value);
    }
}
