package nl.marge.kernel.apportion;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;

/** Brings exact shares to whole units of a given sum: the largest remainder (domain.md R23), in numbers of any size. */
public final class ExactShares {

    private ExactShares() {}

    /**
     * Each share rounded down; the units left over go to the largest fractions, on a tie to the larger share, then to
     * the lower position. A share may be negative: rounded down is then away from zero.
     *
     * @param numerators the shares, times {@code denominator}
     * @param denominator above zero
     * @param sum the whole units to reach: the sum of the shares, itself rounded down or up
     */
    public static long[] round(BigInteger[] numerators, BigInteger denominator, BigInteger sum) {
        return Arrays.stream(whole(numerators, denominator, sum))
                .mapToLong(BigInteger::longValueExact)
                .toArray();
    }

    /** The quotient rounded down, which for a negative one is away from zero. */
    public static BigInteger floor(BigInteger numerator, BigInteger denominator) {
        BigInteger[] quotient = numerator.divideAndRemainder(denominator);
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    /** The same in numbers of any size. */
    public static BigInteger[] whole(BigInteger[] numerators, BigInteger denominator, BigInteger sum) {
        BigInteger[] parts = new BigInteger[numerators.length];
        BigInteger[] fractions = new BigInteger[numerators.length];
        BigInteger left = sum;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = floor(numerators[i], denominator);
            fractions[i] = numerators[i].subtract(parts[i].multiply(denominator));
            left = left.subtract(parts[i]);
        }
        // Fewer units are left over than there are fractions above zero, so a share of zero never gets one.
        int[] favoured = byLargestFraction(numerators, fractions, left);
        for (int i = 0; i < left.intValueExact(); i++) {
            parts[favoured[i]] = parts[favoured[i]].add(BigInteger.ONE);
        }
        return parts;
    }

    private static int[] byLargestFraction(BigInteger[] numerators, BigInteger[] fractions, BigInteger left) {
        if (left.signum() == 0) {
            return new int[0];
        }
        Integer[] positions = new Integer[numerators.length];
        Arrays.setAll(positions, i -> i);
        Comparator<Integer> order = Comparator.<Integer, BigInteger>comparing(i -> fractions[i])
                .thenComparing(i -> numerators[i])
                .reversed()
                .thenComparing(Comparator.naturalOrder());
        Arrays.sort(positions, order);
        return Arrays.stream(positions).mapToInt(Integer::intValue).toArray();
    }
}
