package nl.marge.profitability.ranking;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The order of amounts, the largest first, equal ones as they come. Pure. */
final class Descending {

    private Descending() {}

    /** The places of {@code amounts} in that order. */
    static int[] order(List<BigInteger> amounts) {
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(amounts.size());
        long limit = 1L << Long.SIZE - 2 - placeBits;
        long[] packed = new long[amounts.size()];
        for (int i = 0; i < packed.length; i++) {
            BigInteger amount = amounts.get(i);
            if (amount.bitLength() >= Long.SIZE - 2 - placeBits) {
                return compared(amounts);
            }
            // How far it lies below the limit, and its place, in one number: these sort far faster than amounts.
            packed[i] = limit - amount.longValue() << placeBits | i;
        }
        Arrays.sort(packed);
        long place = (1L << placeBits) - 1;
        int[] order = new int[packed.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) (packed[i] & place);
        }
        return order;
    }

    private static int[] compared(List<BigInteger> amounts) {
        return IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(amounts::get).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
