package nl.marge.kernel;

import java.math.BigInteger;

/**
 * Sums of signed {@code long}s that never overflow: each cell is a 64-bit sum with the overflows counted beside it, so
 * it continues in 128 bits. Adding is exact whatever the order.
 */
public final class WideSums {

    private final long[] low;
    private long[] overflows = new long[0];

    /** {@code cells} sums, all zero. */
    public WideSums(int cells) {
        low = new long[cells];
    }

    /** Adds {@code value} to one cell. */
    public void add(int cell, long value) {
        long before = low[cell];
        long after = before + value;
        low[cell] = after;
        if (((before ^ after) & (value ^ after)) < 0) {
            countOverflow(cell, before < 0 ? -1 : 1);
        }
    }

    /** Adds all cells of {@code other}, which has at most as many. */
    public void addAll(WideSums other) {
        for (int cell = 0; cell < other.low.length; cell++) {
            add(cell, other.low[cell]);
            if (other.overflows.length > 0 && other.overflows[cell] != 0) {
                countOverflow(cell, other.overflows[cell]);
            }
        }
    }

    /** How many cells there are. */
    public int size() {
        return low.length;
    }

    /** The exact sum of one cell. */
    public BigInteger sum(int cell) {
        BigInteger sum = BigInteger.valueOf(low[cell]);
        return overflows.length == 0
                ? sum
                : sum.add(BigInteger.valueOf(overflows[cell]).shiftLeft(Long.SIZE));
    }

    private void countOverflow(int cell, long times) {
        if (overflows.length == 0) {
            overflows = new long[low.length];
        }
        overflows[cell] += times;
    }
}
