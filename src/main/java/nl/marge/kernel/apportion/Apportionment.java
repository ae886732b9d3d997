package nl.marge.kernel.apportion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Divides amounts in proportion to exact weights by largest remainder (domain.md R23): of the absolute amount in minor
 * units each part gets its exact share rounded down; the units left over go one by one to the largest fractional parts,
 * on a tie to the larger weight, then to the lower position; then the sign is put back. So the parts always sum to the
 * amount, no part is a whole unit or more away from its exact share, and {@code split(-x)} is {@code -split(x)}, which
 * makes a reversal exact.
 */
public final class Apportionment {

    private final Weights weights;

    private Apportionment(Weights weights) {
        this.weights = weights;
    }

    /**
     * The rule for these weights, in order of position.
     *
     * @param weights exact and in any unit (60 and 40, or 0.6 and 0.4); none negative, at least one above zero
     */
    public static Apportionment by(List<BigDecimal> weights) {
        return by(Weights.of(weights));
    }

    /** The rule for weights of which one at least is above zero. */
    public static Apportionment by(Weights weights) {
        if (weights.total().signum() <= 0) {
            throw new IllegalArgumentException(weights.size() + " weights sum to zero: they divide nothing");
        }
        return new Apportionment(weights);
    }

    /** The parts of an amount in minor units (or a quantity in millionths), one per weight, in order of position. */
    public long[] split(long amount) {
        return weights.isSmall() ? splitSmall(amount) : splitWide(amount);
    }

    /**
     * The parts of several amounts that are divided together, as {@code parts[weight * amounts.length + amount]}. The
     * parts of each amount sum to it, and the parts of each weight sum to what {@link #split(long)} of the sum of the
     * amounts gives it. Each part is less than a unit away from its exact share wherever {@link Margins} finds such a
     * part, which it nearly always does. A weight of zero gets nothing.
     *
     * @throws ArithmeticException if the amounts sum to more than a long holds
     */
    public long[] split(long[] amounts) {
        long sum = Arrays.stream(amounts).reduce(0, Math::addExact);
        if (amounts.length == 1) {
            return split(sum);
        }
        boolean turned = isTurned(amounts, sum);
        long[] columns = turned ? opposite(amounts) : amounts;
        long[] parts = Margins.fill(Cells.of(weights, columns), split(turned ? -sum : sum), columns);
        return turned ? opposite(parts) : parts;
    }

    /** Whether amounts are divided as their opposites, so that opposites get opposite parts: by the first sign. */
    public static boolean isTurned(long[] amounts, long sum) {
        return sum < 0
                || sum == 0
                        && Arrays.stream(amounts)
                                        .filter(amount -> amount != 0)
                                        .findFirst()
                                        .orElse(0)
                                < 0;
    }

    /** The position of the largest weight, the lower one on a tie: where what cannot be divided goes as a whole. */
    public int largest() {
        int largest = 0;
        for (int i = 1; i < weights.size(); i++) {
            largest = weights.at(i).compareTo(weights.at(largest)) > 0 ? i : largest;
        }
        return largest;
    }

    private long[] splitSmall(long amount) {
        // Long.MIN_VALUE has no positive twin; it is read as unsigned until the sign goes on again.
        long absolute = Math.abs(amount);
        long[] small = weights.small();
        Divisor total = new Divisor(weights.total().longValueExact());
        long[] parts = new long[small.length];
        long[] fractions = new long[small.length];
        long left = absolute;
        boolean atOnce = total.dividesAtOnce(bits(absolute), weights.bits());
        for (int i = 0; i < small.length; i++) {
            parts[i] = atOnce ? total.quotient(absolute * small[i]) : total.quotient(absolute, small[i]);
            fractions[i] = total.remainder(absolute, small[i], parts[i]);
            left -= parts[i];
        }
        // Fewer units are left over than there are fractions above zero, so a weight of zero never gets one.
        if (left > 0) {
            LargestFractions.addUnits(parts, fractions, small, (int) left);
        }
        return amount < 0 ? opposite(parts) : parts;
    }

    private static int bits(long unsigned) {
        return Long.SIZE - Long.numberOfLeadingZeros(unsigned);
    }

    private long[] splitWide(long amount) {
        BigInteger absolute = BigInteger.valueOf(amount).abs();
        BigInteger[] numerators = new BigInteger[weights.size()];
        Arrays.setAll(numerators, i -> absolute.multiply(weights.at(i)));
        BigInteger[] parts = ExactShares.whole(numerators, weights.total(), absolute);
        return Arrays.stream(parts)
                .map(part -> amount < 0 ? part.negate() : part)
                .mapToLong(BigInteger::longValueExact)
                .toArray();
    }

    private static long[] opposite(long[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }
}
