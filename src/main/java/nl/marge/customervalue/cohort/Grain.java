package nl.marge.customervalue.cohort;

import java.time.YearMonth;
import nl.marge.kernel.ColumnStep;
import nl.marge.kernel.FiscalCalendar;

/** By what cohorts and their ages are counted: fiscal periods or fiscal quarters. */
enum Grain {
    MONTH(1, ColumnStep.MONTH),
    QUARTER(3, ColumnStep.QUARTER);

    private final int months;
    private final ColumnStep step;

    Grain(int months, ColumnStep step) {
        this.months = months;
        this.step = step;
    }

    /** How many months it has. */
    int months() {
        return months;
    }

    /** How its columns are named. */
    ColumnStep step() {
        return step;
    }

    /** The number of the one that a month lies in; consecutive ones have consecutive numbers. */
    int number(YearMonth month, FiscalCalendar calendar) {
        return Math.floorDiv(month.getYear() * 12 + month.getMonthValue() - calendar.startMonth(), months);
    }

    /** The first month of the one with a number. */
    YearMonth first(int number, FiscalCalendar calendar) {
        int month = number * months + calendar.startMonth() - 1;
        return YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
    }
}
