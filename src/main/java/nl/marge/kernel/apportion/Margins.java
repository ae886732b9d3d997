package nl.marge.kernel.apportion;

/**
 * Brings a table of exact cells to whole units so that given sums of rows and columns are both met: controlled
 * rounding. Each cell is rounded down first. Then, row by row, the units that a row misses go to cells that were
 * rounded down, one unit each, in those columns that still miss some and have so far fallen behind most. What may be
 * left, as the last rows find no such column, goes from the top to the first column that misses some.
 */
public final class Margins {

    private final Cells exact;
    private final long[] rows;
    private final int width;
    private final long[] cells;

    /** What each column still misses. */
    private final long[] missing;

    /** By how much each column was rounded down too often so far, in parts of a unit. */
    private final long[] behind;

    /** The fractions of the row at hand. */
    private final long[] fractions;

    private Margins(Cells exact, long[] rows, long[] columns) {
        this.exact = exact;
        this.rows = rows;
        width = columns.length;
        cells = new long[Math.multiplyExact(rows.length, width)];
        missing = columns.clone();
        behind = new long[width];
        fractions = new long[width];
    }

    /**
     * The whole cells, as {@code cells[row * columns.length + column]}.
     *
     * @param exact their exact values
     * @param rows sums to be met; each the sum of its exact cells, rounded down or up
     * @param columns sums to be met, likewise; of the same total as the rows
     */
    public static long[] fill(Cells exact, long[] rows, long[] columns) {
        Margins margins = new Margins(exact, rows, columns);
        margins.roundDown();
        for (int row = 0; row < rows.length; row++) {
            margins.addUnits(row);
        }
        margins.addRest();
        return margins.cells;
    }

    private void roundDown() {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < width; column++) {
                long floor = exact.floor(row, column);
                cells[row * width + column] = floor;
                missing[column] -= floor;
            }
        }
    }

    private void addUnits(int row) {
        for (int column = 0; column < width; column++) {
            fractions[column] = exact.fraction(row, column, cells[row * width + column]);
            behind[column] += fractions[column];
        }
        int best;
        for (long left = missingOf(row); left > 0 && (best = furthestBehind()) >= 0; left--) {
            cells[row * width + best]++;
            missing[best]--;
            behind[best] -= 1L << Cells.FRACTION_BITS;
            fractions[best] = 0;
        }
    }

    /** The column that is furthest behind among those whose cell was rounded down, or -1; the first on a tie. */
    private int furthestBehind() {
        int best = -1;
        for (int column = 0; column < width; column++) {
            boolean open = fractions[column] > 0 && missing[column] > 0;
            if (open && (best < 0 || behind[column] > behind[best])) {
                best = column;
            }
        }
        return best;
    }

    private void addRest() {
        int column = 0;
        for (int row = 0; row < rows.length; row++) {
            for (long left = missingOf(row); left > 0; left -= give(row, column, left)) {
                while (missing[column] == 0) {
                    column++;
                }
            }
        }
    }

    private long give(int row, int column, long units) {
        long given = Math.min(units, missing[column]);
        cells[row * width + column] += given;
        missing[column] -= given;
        return given;
    }

    private long missingOf(int row) {
        long left = rows[row];
        for (int column = 0; column < width; column++) {
            left -= cells[row * width + column];
        }
        return left;
    }
}
