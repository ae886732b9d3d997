package nl.marge.kernel.apportion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Exact weights as whole numbers of one scale, in order of position. They are kept as longs where they and their sum
 * fit, which nearly all do, and as {@link BigInteger}s otherwise; nothing is ever rounded.
 */
public final class Weights {

    /** Ten to this power is the last that fits a long. */
    private static final int DIGITS_LIMIT = 18;

    private static final long[] POWERS_OF_TEN = new long[DIGITS_LIMIT + 1];
    private static final BigInteger[] NONE_WIDE = {};

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i <= DIGITS_LIMIT; i++) {
            POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
        }
    }

    private final long[] small;
    private final BigInteger[] wide;
    private final BigInteger total;
    private final int bits;

    private Weights(long[] small, BigInteger[] wide, BigInteger total) {
        this.small = small;
        this.wide = wide;
        this.total = total;
        long all = 0;
        for (long weight : small) {
            all |= weight;
        }
        bits = Long.SIZE - Long.numberOfLeadingZeros(all);
    }

    /**
     * The weights as whole numbers.
     *
     * @param weights in any unit (60 and 40, or 0.6 and 0.4)
     * @throws IllegalArgumentException if one is negative
     */
    public static Weights of(List<BigDecimal> weights) {
        return small(weights)
                .or(() -> small(weights.stream().map(Weights::stripped).toList()))
                .orElseGet(() -> wide(weights));
    }

    /** Without the zeros at the end of its decimals, of which a changed quantity has many. */
    private static BigDecimal stripped(BigDecimal weight) {
        BigDecimal stripped = weight.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The weights as longs; empty where they or their sum might not fit. */
    private static Optional<Weights> small(List<BigDecimal> weights) {
        int scale = scale(weights);
        long[] whole = new long[weights.size()];
        long total = 0;
        for (int i = 0; i < whole.length; i++) {
            whole[i] = whole(weights.get(i), scale);
            total += whole[i];
            if (whole[i] < 0 || total < 0) {
                return Optional.empty();
            }
        }
        long unit = commonUnit(whole);
        if (unit > 1) {
            Arrays.setAll(whole, i -> whole[i] / unit);
            total /= unit;
        }
        return Optional.of(new Weights(whole, NONE_WIDE, BigInteger.valueOf(total)));
    }

    /** The greatest number that divides all: fewer digits are divided by sooner, and many decimals are zeros. */
    private static long commonUnit(long[] whole) {
        long unit = 0;
        for (int i = 0; i < whole.length && unit != 1; i++) {
            long common = whole[i];
            while (unit != 0) {
                long rest = common % unit;
                common = unit;
                unit = rest;
            }
            unit = common;
        }
        return unit;
    }

    /** The largest of all, of weights none of which may be negative. */
    private static int scale(List<BigDecimal> weights) {
        int scale = Integer.MIN_VALUE;
        for (BigDecimal weight : weights) {
            scale = Math.max(scale, weight.scale());
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("weights must not be negative: " + weight.toPlainString());
            }
        }
        return scale;
    }

    /** How many there are. */
    public int size() {
        return isSmall() ? small.length : wide.length;
    }

    /** Their sum. */
    public BigInteger total() {
        return total;
    }

    /** The weight at a position. */
    public BigInteger at(int position) {
        return isSmall() ? BigInteger.valueOf(small[position]) : wide[position];
    }

    /** Whether {@link #small()} has them. */
    boolean isSmall() {
        return wide.length == 0;
    }

    /** How many bits the largest of {@link #small()} has. */
    int bits() {
        return bits;
    }

    /** The weights where they fit; not to be written to. */
    long[] small() {
        return small;
    }

    private static Weights wide(List<BigDecimal> weights) {
        int scale = scale(weights);
        BigInteger[] wide = weights.stream()
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toArray(BigInteger[]::new);
        return new Weights(new long[0], wide, Arrays.stream(wide).reduce(BigInteger.ZERO, BigInteger::add));
    }

    /** The weight times ten to the power of {@code scale}, or -1 where that might not fit. */
    private static long whole(BigDecimal weight, int scale) {
        if (weight.signum() == 0) {
            return 0;
        }
        int zeros = scale - weight.scale();
        if (zeros < 0 || zeros > DIGITS_LIMIT || weight.precision() + zeros > DIGITS_LIMIT) {
            return -1;
        }
        BigDecimal unscaled = weight.scale() == 0 ? weight : weight.scaleByPowerOfTen(weight.scale());
        return unscaled.longValue() * POWERS_OF_TEN[zeros];
    }
}
