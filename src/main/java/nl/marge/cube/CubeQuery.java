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

    /** Which classes of entries of a chunk count, by their place in its dictionary; none where no day of it does. */
    boolean[] admitted(Chunk chunk) {
        boolean[] admitted = new boolean[256];
        boolean apart = chunk.dayMin() >= columns.firstDay() + columns.days() || chunk.dayMax() < columns.firstDay();
        for (int i = 0; i < chunk.dictionary().size(); i++) {
            admitted[i] = !apart && lines.admits(chunk.dictionary().get(i));
        }
        return admitted;
    }

    int cellsPerGroup() {
        return rows * columns.columns();
    }
}
