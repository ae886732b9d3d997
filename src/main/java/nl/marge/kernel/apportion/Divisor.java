package nl.marge.kernel.apportion;

import java.math.BigInteger;

/**
 * Divides many products of two longs by one and the same number, exactly and without dividing: by a reciprocal that is
 * calculated once (Möller, Granlund, "Improved division by invariant integers", 2011, algorithm 4). There d is {@code
 * normalized}, v is {@code reciprocal}, and (u1, u0) is the product in 128 bits.
 */
final class Divisor {

    /** The inverse of a smaller divisor does not fit a positive long. */
    private static final int INVERSE_LEAST = 3;

    private static final BigInteger ALL_ONES = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    private final long divisor;
    private final int shift;
    private final long normalized;
    private final long reciprocal;

    /** Two to the power of 64 divided by the divisor, rounded down; 0 where that does not fit. */
    private final long inverse;

    /** The divisor, above zero. */
    Divisor(long divisor) {
        this.divisor = divisor;
        shift = Long.numberOfLeadingZeros(divisor);
        normalized = divisor << shift;
        BigInteger unsigned = BigInteger.valueOf(divisor).shiftLeft(shift);
        // Its 65th bit is always one and is left out.
        reciprocal = ALL_ONES.divide(unsigned).longValue();
        inverse = divisor < INVERSE_LEAST ? 0 : Long.divideUnsigned(-divisor, divisor) + 1;
    }

    /** Whether {@link #quotient(long)} divides products of numbers with so many bits each. */
    boolean dividesAtOnce(int bits, int otherBits) {
        return inverse != 0 && bits + otherBits < Long.SIZE;
    }

    /**
     * {@code dividend / divisor} rounded down, the dividend not negative: its product with the inverse is less than one
     * half too small, because the inverse is less than one too small and the dividend less than two to the power of 63.
     */
    long quotient(long dividend) {
        long quotient = Math.multiplyHigh(dividend, inverse);
        return dividend - quotient * divisor >= divisor ? quotient + 1 : quotient;
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
