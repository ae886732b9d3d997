package nl.marge.customervalue.renewal;

import java.time.LocalDate;
import java.time.YearMonth;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.Histories;

/**
 * The periods of a range, numbered from 0.
 *
 * @param offset the number of the first one, counted from the year 0
 * @param end the epoch day at whose end one looks
 */
record Periods(int months, int startMonth, int offset, int end) {

    /**
     * The way of one customer.
     *
     * @param first the period of the first purchase, from 0
     * @param periods with a purchase, that one and those right after it; 0 for who bought nothing
     */
    record Course(int first, int periods, boolean returned) {}

    static Periods of(Histories histories, Renewals.Term term, int end) {
        int startMonth = histories.reference().company().calendar().startMonth();
        Periods fromYearZero = new Periods(term.months(), startMonth, 0, end);
        return new Periods(term.months(), startMonth, fromYearZero.place(histories.first()), end);
    }

    /** How many are over at the end. */
    int over() {
        return Math.max(0, place(LocalDate.ofEpochDay(end + 1L)));
    }

    /** How much of a period has passed at the end, above 0 and at most 1; of one that has begun. */
    double passed(int place) {
        long first = start(place);
        return Math.min(1, (double) (end + 1 - first) / (start(place + 1) - first));
    }

    /** The way of a customer through the first {@code limit} of them, up to the end. */
    Course course(CustomerDays days, int limit) {
        int first = 0;
        int row = 0;
        for (int i = 0; i < days.size() && days.day(i) <= end; i++) {
            int place = days.isPurchase(i) ? place(days.day(i)) : limit;
            if (place >= limit) {
                continue;
            }
            first = row == 0 ? place : first;
            if (place > first + row) {
                return new Course(first, row, true);
            }
            row = place - first + 1;
        }
        return new Course(first, row, false);
    }

    /** The number of the period in which an epoch day lies. */
    int place(int epochDay) {
        return place(LocalDate.ofEpochDay(epochDay));
    }

    private int place(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return Math.floorDiv(month.getYear() * 12 + month.getMonthValue() - startMonth, months) - offset;
    }

    /** The first epoch day of a period. */
    private long start(int place) {
        YearMonth first = YearMonth.of(0, startMonth).plusMonths((long) (place + offset) * months);
        return first.atDay(1).toEpochDay();
    }
}
