package nl.marge.cube;

import java.math.BigInteger;
import nl.marge.kernel.sums.WideSums;

/**
 * Exact sums per group, row and column, with the number of lines in each group. Cells of two stretches of the ledger
 * add up to the cells of both.
 */
public final class Cells {

    /** Cells of one answer at most (160 MB); who asks for more must ask for less, or in two steps. */
    public static final long LIMIT = 20_000_000;

    /** So many sums below this, each times less than that, are together below 2 to the 63rd. */
    private static final int NARROW_ROWS = 1 << 7;

    private static final long NARROW_SUM = 1L << 40;
    private static final long NARROW_FACTOR = 1L << 16;

    private final int columns;
    private final int cellsPerGroup;
    private final WideSums sums;
    private final long[] lines;

    Cells(CubeQuery query, int groups) {
        this(query.columns().columns(), query.cellsPerGroup(), groups);
    }

    private Cells(int columns, int cellsPerGroup, int groups) {
        long cells = (long) groups * cellsPerGroup;
        if (cells > LIMIT) {
            throw new IllegalArgumentException(cells + " cells are asked for, at most " + LIMIT);
        }
        this.columns = columns;
        this.cellsPerGroup = cellsPerGroup;
        sums = new WideSums((int) cells);
        lines = new long[groups];
    }

    /** Adds one line. */
    void add(int group, int cellInGroup, long value) {
        sums.add(group * cellsPerGroup + cellInGroup, value);
        lines[group]++;
    }

    /** Adds all of {@code others}, over at most as many groups. */
    void addAll(Cells others) {
        sums.addAll(others.sums);
        for (int group = 0; group < others.lines.length; group++) {
            lines[group] += others.lines[group];
        }
    }

    /**
     * These cells with groups put together: group {@code g}, if it has lines, goes into {@code targetByGroup[g]}, and
     * nowhere when that is negative.
     */
    public Cells merged(int[] targetByGroup, int targets) {
        Cells merged = new Cells(columns, cellsPerGroup, targets);
        for (int group = 0; group < lines.length; group++) {
            int target = lines[group] == 0 ? -1 : targetByGroup[group];
            if (target >= 0) {
                merged.lines[target] += lines[group];
                merged.sums.addRange(target * cellsPerGroup, sums, group * cellsPerGroup, cellsPerGroup);
            }
        }
        return merged;
    }

    /** How many groups there may be; one without lines is not in the answer. */
    public int groups() {
        return lines.length;
    }

    /** How many lines fell in a group. */
    public long lines(int group) {
        return lines[group];
    }

    /** The exact sum of a cell. */
    public BigInteger sum(int group, int row, int column) {
        return sums.sum(group * cellsPerGroup + row * columns + column);
    }

    /** The sum of a group's cells in the first column, each times the factor of its row; exact. */
    public BigInteger weighed(int group, int[] factorByRow) {
        long weighed = 0;
        long sumBits = 0;
        long factorBits = 0;
        for (int row = 0; row < factorByRow.length && sums.isNarrow(); row++) {
            long sum = sums.narrowSum(group * cellsPerGroup + row * columns);
            sumBits |= sum ^ sum >> Long.SIZE - 1;
            factorBits |= Math.abs((long) factorByRow[row]);
            weighed += sum * factorByRow[row];
        }
        boolean fits = sums.isNarrow()
                && factorByRow.length <= NARROW_ROWS
                && sumBits < NARROW_SUM
                && factorBits < NARROW_FACTOR;
        return fits ? BigInteger.valueOf(weighed) : widelyWeighed(group, factorByRow);
    }

    private BigInteger widelyWeighed(int group, int[] factorByRow) {
        BigInteger weighed = BigInteger.ZERO;
        for (int row = 0; row < factorByRow.length; row++) {
            weighed = weighed.add(sum(group, row, 0).multiply(BigInteger.valueOf(factorByRow[row])));
        }
        return weighed;
    }

    /** How many cells are held. */
    int size() {
        return sums.size();
    }
}
