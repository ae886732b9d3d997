package nl.marge.profitability;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.marge.cube.DayColumns;
import nl.marge.kernel.ColumnStep;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.profitability.comparison.DateShift;

/**
 * The columns of a report: the range cut at the ends of months, fiscal quarters or fiscal years, and the total, always
 * last. With days the first and last column are partial.
 */
final class ReportColumns {

    /** A column by name, with the range that its cells are the lines of, in the form the caller gave. */
    record Column(String name, LocalDate first, String from, String to) {
        Column {
            requireNonNull(name, "name");
            requireNonNull(first, "first");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final DayColumns days;

    ReportColumns(DateRange range, ColumnStep step, FiscalCalendar calendar) {
        int firstDay = Math.toIntExact(range.first().toEpochDay());
        int[] columnByDay = new int[Math.toIntExact(range.last().toEpochDay()) - firstDay + 1];
        boolean periods = DateRange.isPeriod(range.from());
        for (LocalDate first = range.first(); !first.isAfter(range.last()); ) {
            LocalDate last = lastOfColumn(first, range.last(), step, calendar);
            int start = Math.toIntExact(first.toEpochDay()) - firstDay;
            int end = Math.toIntExact(last.toEpochDay()) - firstDay;
            java.util.Arrays.fill(columnByDay, start, end + 1, columns.size());
            columns.add(new Column(calendar.columnOf(first, step), first, text(first, periods), text(last, periods)));
            first = last.plusDays(1);
        }
        days = new DayColumns(firstDay, columnByDay);
        if (step != ColumnStep.NONE) {
            columns.add(new Column(ColumnStep.TOTAL, range.first(), range.from(), range.to()));
        }
    }

    /** The columns of a report so far back: each by the name it is compared with. {@code range} is already there. */
    ReportColumns back(DateShift shift, DateRange range) {
        return new ReportColumns(this, shift, range);
    }

    private ReportColumns(ReportColumns later, DateShift shift, DateRange range) {
        int firstDay = Math.toIntExact(range.first().toEpochDay());
        int[] columnByDay = new int[Math.toIntExact(range.last().toEpochDay()) - firstDay + 1];
        boolean periods = DateRange.isPeriod(range.from());
        for (int i = 0; i < later.added(); i++) {
            LocalDate first = shift.of(later.columns.get(i).first());
            boolean isLast = i == later.added() - 1;
            LocalDate last = isLast
                    ? range.last()
                    : shift.of(later.columns.get(i + 1).first()).minusDays(1);
            int start = Math.toIntExact(first.toEpochDay()) - firstDay;
            int end = Math.toIntExact(last.toEpochDay()) - firstDay;
            java.util.Arrays.fill(columnByDay, start, end + 1, i);
            columns.add(new Column(later.columns.get(i).name(), first, text(first, periods), text(last, periods)));
        }
        days = new DayColumns(firstDay, columnByDay);
        if (later.columns.size() > later.added()) {
            columns.add(new Column(ColumnStep.TOTAL, range.first(), range.from(), range.to()));
        }
    }

    private static LocalDate lastOfColumn(LocalDate first, LocalDate limit, ColumnStep step, FiscalCalendar calendar) {
        String name = calendar.columnOf(first, step);
        LocalDate last = YearMonth.from(first).atEndOfMonth();
        while (last.isBefore(limit) && calendar.columnOf(last.plusDays(1), step).equals(name)) {
            last = YearMonth.from(last.plusDays(1)).atEndOfMonth();
        }
        return last.isAfter(limit) ? limit : last;
    }

    private static String text(LocalDate date, boolean period) {
        return period ? YearMonth.from(date).toString() : date.toString();
    }

    /** All columns in order, the total last. */
    List<Column> all() {
        return columns;
    }

    /** How many columns the cube adds up; the total is their sum, or the only one. */
    int added() {
        return days.columns();
    }

    /** Which of the added columns each day counts in. */
    DayColumns days() {
        return days;
    }
}
