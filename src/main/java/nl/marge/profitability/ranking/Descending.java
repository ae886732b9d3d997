package nl.marge.profitability.ranking;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The order of amounts, the largest first, equal ones as they come. Pure. */
final class Descending {

    private Descending() {}

    /** The places of {@code amounts} in that order. */
    static int[] order(List<BigInteger> amounts) {
        if (amounts.isEmpty()) {
            return new int[0];
        }
        BigInteger largest = Collections.max(amounts);
        BigInteger spread = largest.subtract(Collections.min(amounts));
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(amounts.size());
        return spread.bitLength() + placeBits < Long.SIZE
                ? packed(amounts, largest.longValue(), placeBits)
                : compared(amounts);
    }

    /**
     * How far each lies below the largest, and its place, in one number: numbers sort far faster than amounts compare.
     * Where an amount does not fit into 64 bits the subtraction runs over, and is right all the same, as the spread
     * fits.
     */
    private static int[] packed(List<BigInteger> amounts, long largest, int placeBits) {
        long[] packed = new long[amounts.size()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = largest - amounts.get(i).longValue() << placeBits | i;
        }
        Arrays.sort(packed);
        long place = (1L << placeBits) - 1;
        return Arrays.stream(packed).mapToInt(value -> (int) (value & place)).toArray();
    }

    private static int[] compared(List<BigInteger> amounts) {
        return IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(amounts::get).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
