package nl.marge.cube;

import java.util.Arrays;

/**
 * Which column each posting day counts in: a table over the days of a range, ends included; columns are numbered from
 * 0. Days outside count nowhere.
 */
public final class DayColumns {

    private final int firstDay;
    private final int[] columnByDay;
    private final int columns;

    /** The columns of the days from {@code firstDay} on. */
    public DayColumns(int firstDay, int[] columnByDay) {
        this.firstDay = firstDay;
        this.columnByDay = columnByDay.clone();
        this.columns = Arrays.stream(columnByDay).max().orElseThrow() + 1;
    }

    /** One column over all days from {@code firstDay} to {@code lastDay}. */
    public static DayColumns single(int firstDay, int lastDay) {
        return new DayColumns(firstDay, new int[lastDay - firstDay + 1]);
    }

    int firstDay() {
        return firstDay;
    }

    int days() {
        return columnByDay.length;
    }

    /** The table, by days since the first. */
    int[] columnByDay() {
        return columnByDay;
    }

    /** How many columns there are. */
    public int columns() {
        return columns;
    }
}
