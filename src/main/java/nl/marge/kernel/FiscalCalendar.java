package nl.marge.kernel;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A company's fiscal year: it starts in month {@code startMonth} (1 to 12) and is named by the calendar year in which
 * it ends; quarters count from its start. A fiscal period is a calendar month, whatever the year.
 */
public record FiscalCalendar(int startMonth) {
    public FiscalCalendar {
        if (startMonth < 1 || startMonth > 12) {
            throw new IllegalArgumentException("startMonth " + startMonth + " is not 1 to 12");
        }
    }

    /** The fiscal year {@code period} lies in: with start month 7, July 2025 lies in 2026. */
    public int yearOf(YearMonth period) {
        return startMonth > 1 && period.getMonthValue() >= startMonth ? period.getYear() + 1 : period.getYear();
    }

    /** The quarter of the fiscal year, 1 to 4. */
    public int quarterOf(YearMonth period) {
        return Math.floorMod(period.getMonthValue() - startMonth, 12) / 3 + 1;
    }

    /** The name of the column that {@code date} falls in: {@code 2026-03}, {@code 2026-Q1} or {@code 2026}. */
    public String columnOf(LocalDate date, ColumnStep step) {
        YearMonth period = YearMonth.from(date);
        return switch (step) {
            case NONE -> ColumnStep.TOTAL;
            case MONTH -> period.toString();
            case QUARTER -> yearOf(period) + "-Q" + quarterOf(period);
            case YEAR -> Integer.toString(yearOf(period));
        };
    }
}
