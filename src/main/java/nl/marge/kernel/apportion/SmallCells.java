package nl.marge.kernel.apportion;

/** A table whose weights, factors and cells are longs; products of them take 128 bits. */
final class SmallCells implements Cells {

    private final long[][] weights;
    private final int[] owners;
    private final long[] factors;
    private final Divisor divisor;

    SmallCells(long[][] weights, int[] owners, long[] factors, long denominator) {
        this.weights = weights;
        this.owners = owners;
        this.factors = factors;
        divisor = new Divisor(denominator);
    }

    @Override
    public long floor(int row, int column) {
        long weight = weights[owners[column]][row];
        long factor = factors[column];
        long quotient = divisor.quotient(weight, Math.abs(factor));
        if (factor >= 0) {
            return quotient;
        }
        boolean exact = divisor.remainder(weight, -factor, quotient) == 0;
        return exact ? -quotient : -quotient - 1;
    }

    @Override
    public long fraction(int row, int column, long floor) {
        long remainder = divisor.remainder(weights[owners[column]][row], factors[column], floor);
        return remainder == 0 ? 0 : Math.max(1, divisor.quotient(remainder, 1L << FRACTION_BITS));
    }
}
