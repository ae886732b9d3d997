package nl.marge.kernel.apportion;

import java.math.BigInteger;
import java.util.List;

/** A table of numbers of any size. */
record WideCells(List<Weights> weights, int[] owners, BigInteger[] factors, BigInteger denominator) implements Cells {

    @Override
    public long floor(int row, int column) {
        BigInteger product = product(row, column);
        return product.subtract(product.mod(denominator)).divide(denominator).longValueExact();
    }

    @Override
    public long fraction(int row, int column, long floor) {
        BigInteger remainder = product(row, column).mod(denominator);
        long fraction = remainder.shiftLeft(FRACTION_BITS).divide(denominator).longValueExact();
        return remainder.signum() == 0 ? 0 : Math.max(1, fraction);
    }

    private BigInteger product(int row, int column) {
        return weights.get(owners[column]).at(row).multiply(factors[column]);
    }
}
