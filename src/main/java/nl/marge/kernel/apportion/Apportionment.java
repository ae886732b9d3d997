package nl.marge.kernel.apportion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Divides amounts in proportion to exact weights by largest remainder (domain.md R23): of the absolute amount in minor
 * units each part gets its exact share rounded down; the units left over go one by one to the largest fractional parts,
 * on a tie to the larger weight, then to the lower position; then the sign is put back. So the parts always sum to the
 * amount, no part is a whole unit or more away from its exact share, and {@code split(-x)} is {@code -split(x)}, which
 * makes a reversal exact.
 */
public final class Apportionment {

    private final BigInteger[] weights;
    private final BigInteger total;

    private Apportionment(BigInteger[] weights, BigInteger total) {
        this.weights = weights;
        this.total = total;
    }

    /**
     * The rule for these weights, in order of position.
     *
     * @param weights exact and in any unit (60 and 40, or 0.6 and 0.4); none negative, at least one above zero
     */
    public static Apportionment by(List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        BigInteger[] whole = weights.stream()
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toArray(BigInteger[]::new);
        BigInteger total = Arrays.stream(whole).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0 || Arrays.stream(whole).anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("weights must not be negative and sum above zero: " + weights);
        }
        return new Apportionment(whole, total);
    }

    /** The parts of an amount in minor units (or a quantity in millionths), one per weight, in order of position. */
    public long[] split(long amount) {
        BigInteger absolute = BigInteger.valueOf(amount).abs();
        BigInteger[] parts = split(absolute);
        long[] signed = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            // Long.MIN_VALUE has no positive twin: the sign goes on before the part becomes a long.
            signed[i] = (amount < 0 ? parts[i].negate() : parts[i]).longValueExact();
        }
        return signed;
    }

    /** The position of the largest weight, the lower one on a tie: where what cannot be divided goes as a whole. */
    public int largest() {
        int largest = 0;
        for (int i = 1; i < weights.length; i++) {
            largest = weights[i].compareTo(weights[largest]) > 0 ? i : largest;
        }
        return largest;
    }

    private BigInteger[] split(BigInteger absolute) {
        BigInteger[] parts = new BigInteger[weights.length];
        BigInteger[] fractions = new BigInteger[weights.length];
        BigInteger left = absolute;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = absolute.multiply(weights[i]).divideAndRemainder(total);
            parts[i] = share[0];
            fractions[i] = share[1];
            left = left.subtract(share[0]);
        }
        // Fewer units are left over than there are fractions above zero, so a weight of zero never gets one.
        int[] favoured = byLargestFraction(fractions, left);
        for (int i = 0; i < left.intValueExact(); i++) {
            parts[favoured[i]] = parts[favoured[i]].add(BigInteger.ONE);
        }
        return parts;
    }

    private int[] byLargestFraction(BigInteger[] fractions, BigInteger left) {
        if (left.signum() == 0) {
            return new int[0];
        }
        Integer[] positions = new Integer[weights.length];
        Arrays.setAll(positions, i -> i);
        Comparator<Integer> order = Comparator.<Integer, BigInteger>comparing(i -> fractions[i])
                .thenComparing(i -> weights[i])
                .reversed()
                .thenComparing(Comparator.naturalOrder());
        Arrays.sort(positions, order);
        return Arrays.stream(positions).mapToInt(Integer::intValue).toArray();
    }
}
