package nl.marge.cube;

import static java.util.Objects.requireNonNull;

/**
 * What is to be added up: of which entries and days, over which accounts, and how lines are grouped. {@code
 * rowByAccount} tells the row (a statement line, an account) each account id counts in, negative where it does not
 * count; rows are numbered from 0 to before {@code rows}.
 */
public record CubeQuery(LineFilter lines, DayColumns columns, int[] rowByAccount, int rows, Measure measure) {
    public CubeQuery {
        requireNonNull(lines, "lines");
        requireNonNull(columns, "columns");
        rowByAccount = rowByAccount.clone();
        requireNonNull(measure, "measure");
    }

    /** How many cells an answer over so many groups has. */
    public long cellsFor(int groups) {
        return (long) groups * cellsPerGroup();
    }

    int cellsPerGroup() {
        return rows * columns.columns();
    }
}
