package nl.marge.kernel.apportion;

/** A table whose weights, amounts and cells are longs; products of them take 128 bits. */
final class SmallCells implements Cells {

    private final long[] weights;
    private final long[] amounts;
    private final Divisor total;

    SmallCells(long[] weights, long[] amounts, long total) {
        this.weights = weights;
        this.amounts = amounts;
        this.total = new Divisor(total);
    }

    @Override
    public long floor(int row, int column) {
        long weight = weights[row];
        long amount = amounts[column];
        long quotient = total.quotient(weight, Math.abs(amount));
        if (amount >= 0) {
            return quotient;
        }
        boolean exact = total.remainder(weight, -amount, quotient) == 0;
        return exact ? -quotient : -quotient - 1;
    }

    @Override
    public long fraction(int row, int column, long floor) {
        long remainder = total.remainder(weights[row], amounts[column], floor);
        return remainder == 0 ? 0 : Math.max(1, total.quotient(remainder, 1L << FRACTION_BITS));
    }
}
