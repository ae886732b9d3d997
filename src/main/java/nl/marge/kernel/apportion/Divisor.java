package nl.marge.kernel.apportion;

import java.math.BigInteger;

/**
 * Divides many products of two longs by one and the same number, exactly and without dividing: by a reciprocal that is
 * calculated once (Möller, Granlund, "Improved division by invariant integers", 2011, algorithm 4). There d is {@code
 * normalized}, v is {@code reciprocal}, and (u1, u0) is the product in 128 bits.
 */
final class Divisor {

    private static final BigInteger ALL_ONES = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    private final long divisor;
    private final int shift;
    private final long normalized;
    private final long reciprocal;

    /** The divisor, above zero. */
    Divisor(long divisor) {
        this.divisor = divisor;
        shift = Long.numberOfLeadingZeros(divisor);
        normalized = divisor << shift;
        BigInteger unsigned = BigInteger.valueOf(divisor).shiftLeft(shift);
        // Its 65th bit is always one and is left out.
        reciprocal = ALL_ONES.divide(unsigned).longValue();
    }

    /** {@code a * b / divisor} rounded down; all unsigned, and the quotient has to fit 64 bits. */
    long quotient(long a, long b) {
        long low = a * b;
        long high = unsignedHigh(a, b);
        // The divisor is a positive long, so the shift is one at least.
        long u1 = high << shift | low >>> -shift;
        long u0 = low << shift;
        long q0 = reciprocal * u1;
        long q1 = unsignedHigh(reciprocal, u1) + u1 + 1;
        q0 += u0;
        if (Long.compareUnsigned(q0, u0) < 0) {
            q1++;
        }
        long rest = u0 - q1 * normalized;
        if (Long.compareUnsigned(rest, q0) > 0) {
            q1--;
            rest += normalized;
        }
        return Long.compareUnsigned(rest, normalized) >= 0 ? q1 + 1 : q1;
    }

    /** What {@link #quotient} leaves of {@code a * b}: it fits, so the low halves tell it. */
    long remainder(long a, long b, long quotient) {
        return a * b - quotient * divisor;
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
