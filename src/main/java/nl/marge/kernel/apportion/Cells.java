package nl.marge.kernel.apportion;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The exact values of a table of rows and columns, which {@link Margins} brings to whole units. */
public sealed interface Cells permits SmallCells, WideCells {

    /** A fraction of a unit is told in parts of two to this power. */
    int FRACTION_BITS = 40;

    /** The cell, rounded down. */
    long floor(int row, int column);

    /** What {@link #floor} takes off, in parts of a unit; zero only if that is nothing. */
    long fraction(int row, int column, long floor);

    /** The table whose cell is {@code numerators[row][column] / denominator}, the latter above zero. */
    static Cells of(BigInteger[][] numerators, BigInteger denominator) {
        return new WideCells(numerators, denominator);
    }

    /** The table of amounts that are divided by weights: the row of each weight has its share of each amount. */
    static Cells of(Weights weights, long[] amounts) {
        int bits = LongStream.of(amounts)
                .mapToInt(amount -> BigInteger.valueOf(amount).abs().bitLength())
                .max()
                .orElse(0);
        // A share has no more bits than its amount, and one unit more still fits.
        if (weights.isSmall() && bits < Long.SIZE - 1) {
            return new SmallCells(weights.small(), amounts, weights.total().longValueExact());
        }
        BigInteger[][] numerators = new BigInteger[weights.size()][amounts.length];
        for (int row = 0; row < numerators.length; row++) {
            BigInteger weight = weights.at(row);
            Arrays.setAll(numerators[row], column -> weight.multiply(BigInteger.valueOf(amounts[column])));
        }
        return new WideCells(numerators, weights.total());
    }
}
