package nl.marge.kernel.sums;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Sums of signed {@code long}s that never overflow: each cell is a 64-bit sum with the overflows counted beside it, so
 * it continues in 128 bits. Adding is exact whatever the order.
 */
public final class WideSums {

    private long[] low;
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
        addRange(0, other, 0, other.low.length);
    }

    /** Adds {@code count} cells of {@code other} from its cell {@code otherFirst} on to those from {@code first} on. */
    public void addRange(int first, WideSums other, int otherFirst, int count) {
        for (int i = 0; i < count; i++) {
            add(first + i, other.low[otherFirst + i]);
            if (other.overflows.length > 0 && other.overflows[otherFirst + i] != 0) {
                countOverflow(first + i, other.overflows[otherFirst + i]);
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

    /** Makes room for at least so many cells; the new ones are zero. */
    public void ensure(int cells) {
        if (cells > low.length) {
            int size = Math.max(cells, low.length + low.length / 2);
            low = Arrays.copyOf(low, size);
            overflows = overflows.length == 0 ? overflows : Arrays.copyOf(overflows, size);
        }
    }

    /** Whether every sum fits into a {@code long}, so that {@link #narrowSum} tells it. */
    public boolean isNarrow() {
        return overflows.length == 0;
    }

    /** The exact sum of one cell, of sums that are all narrow. */
    public long narrowSum(int cell) {
        return low[cell];
    }

    private void countOverflow(int cell, long times) {
        if (overflows.length == 0) {
            overflows = new long[low.length];
        }
        overflows[cell] += times;
    }
}
