package nl.marge.customervalue.cohort;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import nl.marge.kernel.FiscalCalendar;

/**
 * The months or quarters of a range, numbered from 0. The first and the last may be cut by the range; one is over when
 * its last day has been observed.
 *
 * @param first of the range
 * @param last of the range
 * @param observed the last day of which everything has happened, in the range or before it
 */
record CohortCalendar(Grain grain, FiscalCalendar fiscal, LocalDate first, LocalDate last, LocalDate observed) {

    CohortCalendar {
        requireNonNull(grain, "grain");
        requireNonNull(fiscal, "fiscal");
        if (first.isAfter(last) || observed.isAfter(last)) {
            throw new IllegalArgumentException("range " + first + " to " + last + ", observed to " + observed);
        }
    }

    /** How many there are. */
    int size() {
        return place(last) + 1;
    }

    /** The number of the one that a day of the range lies in. */
    int place(LocalDate day) {
        return number(day) - number(first);
    }

    /** The same of an epoch day. */
    int place(int epochDay) {
        return place(LocalDate.ofEpochDay(epochDay));
    }

    /** Its first day, which may lie before the range. */
    LocalDate begin(int place) {
        return grain.first(number(first) + place, fiscal).atDay(1);
    }

    /** Its name, as columns of reports have it: {@code 2026-03} or {@code 2026-Q1}. */
    String name(int place) {
        return fiscal.columnOf(begin(place), grain.step());
    }

    /** How many are over. */
    int over() {
        return Math.max(0, place(observed.plusDays(1)));
    }

    private int number(LocalDate day) {
        return grain.number(YearMonth.from(day), fiscal);
    }
}
