package nl.marge.profitability.comparison;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;

/**
 * A step back in time by months and days, one of them 0. Whole months stay whole months: a year before February 2025
 * is February 2024 with its 29 days. A 29th of February a year before is the 28th.
 */
public record DateShift(int months, int days) {

    private static final int MONTHS_OF_YEAR = 12;

    /** No step. */
    public static DateShift none() {
        return new DateShift(0, 0);
    }

    /** A year back. */
    public static DateShift year() {
        return new DateShift(MONTHS_OF_YEAR, 0);
    }

    /** So far back that {@code range} ends the day before it began: in months if it is whole months, else in days. */
    public static DateShift lengthOf(DateRange range) {
        return isWholeMonths(range)
                ? new DateShift(
                        (int) ChronoUnit.MONTHS.between(YearMonth.from(range.first()), YearMonth.from(range.last()))
                                + 1,
                        0)
                : new DateShift(0, (int) ChronoUnit.DAYS.between(range.first(), range.last()) + 1);
    }

    /** That day, so far back. */
    public LocalDate of(LocalDate day) {
        return day.minusMonths(months).minusDays(days);
    }

    /** The range so far back, in the form the caller wrote it; empty when it reaches beyond the dates Marge knows. */
    public Optional<DateRange> of(DateRange range) {
        LocalDate first = of(range.first());
        LocalDate last = isWholeMonths(range) && days == 0
                ? YearMonth.from(range.last()).minusMonths(months).atEndOfMonth()
                : of(range.last());
        boolean periods = DateRange.isPeriod(range.from());
        return first.isBefore(Dates.FIRST)
                ? Optional.empty()
                : Optional.of(new DateRange(text(first, periods), text(last, periods), first, last));
    }

    private static String text(LocalDate date, boolean period) {
        return period ? YearMonth.from(date).toString() : date.toString();
    }

    private static boolean isWholeMonths(DateRange range) {
        return range.first().getDayOfMonth() == 1
                && range.last().equals(YearMonth.from(range.last()).atEndOfMonth());
    }
}
