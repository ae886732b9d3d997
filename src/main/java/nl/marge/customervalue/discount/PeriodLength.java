package nl.marge.customervalue.discount;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Optional;

/** How long a period is: ISO 8601 in years, months, weeks and days, such as {@code P1Y} or {@code P3M}. */
public record PeriodLength(Period period) {

    /** The form of a length in words, for messages. */
    public static final String FORM = "an ISO 8601 duration above 0 and at most P100Y, such as P1Y, P3M, P2W or P1D";

    private static final int LENGTH_LIMIT = 20;
    private static final BigDecimal YEARS_LIMIT = BigDecimal.valueOf(100);
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS_PER_YEAR = new BigDecimal("365.25");

    public PeriodLength {
        requireNonNull(period, "period");
    }

    /** The length written in {@code text}, or empty when it is not of that {@link #FORM}. */
    public static Optional<PeriodLength> read(String text) {
        if (text.length() > LENGTH_LIMIT || !text.matches("P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?")) {
            return Optional.empty();
        }
        try {
            PeriodLength length = new PeriodLength(Period.parse(text));
            return Optional.of(length.years())
                    .filter(years -> years.signum() > 0 && years.compareTo(YEARS_LIMIT) <= 0)
                    .map(years -> length);
        } catch (DateTimeException notAPeriod) {
            return Optional.empty();
        }
    }

    /** Its length in years: a month is a twelfth, a day 1 / 365.25. */
    public BigDecimal years() {
        return BigDecimal.valueOf(period.toTotalMonths())
                .divide(MONTHS_PER_YEAR, Powers.EXACT)
                .add(BigDecimal.valueOf(period.getDays()).divide(DAYS_PER_YEAR, Powers.EXACT));
    }

    /** What 1 grows to in such a period, {@code (1 + d)^years}, to forty decimals. */
    public BigDecimal growth(AnnualRate rate) {
        return Powers.of(rate.factor(), years());
    }

    /** As ISO 8601 writes it. */
    public String text() {
        return period.toString();
    }
}
