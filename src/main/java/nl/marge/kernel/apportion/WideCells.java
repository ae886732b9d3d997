package nl.marge.kernel.apportion;

import java.math.BigInteger;

/** A table of numbers of any size. */
final class WideCells implements Cells {

    private final BigInteger[][] numerators;
    private final BigInteger denominator;

    WideCells(BigInteger[][] numerators, BigInteger denominator) {
        this.numerators = numerators;
        this.denominator = denominator;
    }

    @Override
    public long floor(int row, int column) {
        return ExactShares.floor(numerators[row][column], denominator).longValueExact();
    }

    @Override
    public long fraction(int row, int column, long floor) {
        BigInteger remainder = numerators[row][column].mod(denominator);
        long fraction = remainder.shiftLeft(FRACTION_BITS).divide(denominator).longValueExact();
        return remainder.signum() == 0 ? 0 : Math.max(1, fraction);
    }
}
