package nl.marge.kernel.apportion;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** The exact values of a table of rows and columns, which {@link Margins} brings to whole units. */
public sealed interface Cells permits SmallCells, WideCells {

    /** A fraction of a unit is told in parts of two to this power. */
    int FRACTION_BITS = 40;

    /** The cell, rounded down. */
    long floor(int row, int column);

    /** What {@link #floor} takes off, in parts of a unit; zero only if that is nothing. */
    long fraction(int row, int column, long floor);

    /**
     * The table whose cell is {@code weights.get(owners[column]).at(row) * factors[column] / denominator}.
     *
     * @param weights one or several columns of weights, of one length
     * @param factors may be negative
     * @param denominator above zero
     */
    static Cells of(List<Weights> weights, int[] owners, BigInteger[] factors, BigInteger denominator) {
        BigInteger divisor = Arrays.stream(factors).reduce(denominator, BigInteger::gcd);
        BigInteger[] reduced =
                Arrays.stream(factors).map(factor -> factor.divide(divisor)).toArray(BigInteger[]::new);
        BigInteger bottom = denominator.divide(divisor);
        int factorBits = Arrays.stream(reduced)
                .mapToInt(factor -> factor.abs().bitLength())
                .max()
                .orElse(0);
        int weightBits = weights.stream()
                .mapToInt(column -> column.total().bitLength())
                .max()
                .orElse(0);
        boolean small = weights.stream().allMatch(Weights::isSmall)
                && bottom.bitLength() < Long.SIZE
                && factorBits < Long.SIZE
                // So no cell has more bits than a long has beside its sign, one unit added.
                && weightBits + factorBits - bottom.bitLength() < Long.SIZE - 2;
        return small
                ? new SmallCells(
                        weights.stream().map(Weights::small).toArray(long[][]::new),
                        owners,
                        Arrays.stream(reduced)
                                .mapToLong(BigInteger::longValueExact)
                                .toArray(),
                        bottom.longValueExact())
                : new WideCells(weights, owners, reduced, bottom);
    }
}
