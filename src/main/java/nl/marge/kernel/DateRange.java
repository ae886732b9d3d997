package nl.marge.kernel;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A range of accounting dates, both ends included, as a caller wrote it: two fiscal periods ({@code 2026-01} to
 * {@code 2026-03}) or two days, never mixed.
 */
public record DateRange(String from, String to, LocalDate first, LocalDate last) {
    public DateRange {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("range from " + first + " is after " + last);
        }
    }

    /** The range over all dates Marge knows. */
    public static DateRange always() {
        return new DateRange(Dates.FIRST.toString(), Dates.LAST.toString(), Dates.FIRST, Dates.LAST);
    }

    /** Whether {@code text} is a fiscal period rather than a day. */
    public static boolean isPeriod(String text) {
        return period(text).isPresent();
    }

    /** The fiscal period, a calendar month, written {@code 2026-03}. */
    public static Optional<YearMonth> period(String text) {
        if (text.length() != 7 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        int year = Dates.number(text, 0, 4);
        int month = Dates.number(text, 5, 7);
        boolean known = year >= Dates.FIRST.getYear() && year <= Dates.LAST.getYear() && month >= 1 && month <= 12;
        return known ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }
}
