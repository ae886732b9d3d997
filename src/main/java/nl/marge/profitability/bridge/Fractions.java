package nl.marge.profitability.bridge;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.marge.kernel.apportion.ExactShares;

/** A sum of exact fractions, kept apart by denominator until the common one is known. */
final class Fractions {

    /**
     * Common denominators are exact up to so many bits: whole quantities up to several thousand never reach it, a
     * hundred thousand lines in odd grams would, and would then count for minutes.
     */
    private static final int EXACT_BITS = 16_384;

    /** Beyond that each fraction counts in so small a part of a unit, rounded down. */
    private static final BigInteger FINE = BigInteger.ONE.shiftLeft(256);

    private final Map<BigInteger, BigInteger> numerators = new HashMap<>();

    /** Adds a fraction with a denominator above zero. */
    void add(BigInteger numerator, BigInteger denominator) {
        BigInteger shared = numerator.gcd(denominator);
        numerators.merge(denominator.divide(shared), numerator.divide(shared), BigInteger::add);
    }

    /** Adds another sum. */
    void addAll(Fractions other) {
        other.numerators.forEach((denominator, numerator) -> numerators.merge(denominator, numerator, BigInteger::add));
    }

    /** A denominator in which all of {@code sums} are told: a common one, or a power of two where that is too long. */
    static BigInteger denominator(List<Fractions> sums) {
        Set<BigInteger> all = new TreeSet<>();
        sums.forEach(sum -> all.addAll(sum.numerators.keySet()));
        BigInteger common = BigInteger.ONE;
        for (BigInteger one : all) {
            common = common.multiply(one.divide(common.gcd(one)));
            if (common.bitLength() > EXACT_BITS) {
                return FINE;
            }
        }
        return common;
    }

    /** The sum, times {@code denominator}: exact where that is a common one. */
    BigInteger times(BigInteger denominator) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<BigInteger, BigInteger> fraction : numerators.entrySet()) {
            BigInteger scaled = fraction.getValue().multiply(denominator);
            sum = sum.add(ExactShares.floor(scaled, fraction.getKey()));
        }
        return sum;
    }
}
