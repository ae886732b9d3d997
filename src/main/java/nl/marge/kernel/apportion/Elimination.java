package nl.marge.kernel.apportion;

import java.math.BigInteger;

/**
 * Inverts a matrix of whole numbers exactly, without fractions: each step multiplies crosswise and divides by the pivot
 * before, which leaves no remainder (Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian
 * elimination", 1968). The inverse is {@code adjugate[i][j] / determinant}.
 */
public record Elimination(BigInteger[][] adjugate, BigInteger determinant) {

    /**
     * The inverse.
     *
     * @param matrix of which every upper left part can be inverted too, so that no pivot is zero
     */
    public static Elimination of(BigInteger[][] matrix) {
        int size = matrix.length;
        BigInteger[][] rows = new BigInteger[size][2 * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = matrix[i][j];
                rows[i][size + j] = i == j ? BigInteger.ONE : BigInteger.ZERO;
            }
        }
        BigInteger previous = BigInteger.ONE;
        for (int pivot = 0; pivot < size; pivot++) {
            eliminate(rows, pivot, previous);
            previous = rows[pivot][pivot];
        }
        BigInteger[][] adjugate = new BigInteger[size][size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows[i], size, adjugate[i], 0, size);
        }
        return new Elimination(adjugate, previous);
    }

    private static void eliminate(BigInteger[][] rows, int pivot, BigInteger previous) {
        BigInteger[] from = rows[pivot];
        if (from[pivot].signum() == 0) {
            throw new IllegalStateException("the matrix of " + rows.length + " rows has no inverse");
        }
        for (int i = 0; i < rows.length; i++) {
            if (i != pivot) {
                rows[i] = eliminated(rows[i], from, pivot, previous);
            }
        }
    }

    private static BigInteger[] eliminated(BigInteger[] row, BigInteger[] from, int pivot, BigInteger previous) {
        BigInteger[] next = new BigInteger[row.length];
        for (int j = 0; j < row.length; j++) {
            BigInteger kept = from[pivot].multiply(row[j]);
            BigInteger taken =
                    row[pivot].signum() == 0 || from[j].signum() == 0 ? BigInteger.ZERO : row[pivot].multiply(from[j]);
            next[j] = kept.subtract(taken).divide(previous);
        }
        return next;
    }
}
