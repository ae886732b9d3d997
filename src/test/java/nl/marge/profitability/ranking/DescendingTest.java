package nl.marge.profitability.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescendingTest {

    private static final BigInteger FAR = BigInteger.ONE.shiftLeft(90);

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(Long::valueOf);
    }

    /** Of narrow and wide spread, near zero and beyond 64 bits, so that both ways of sorting are met. */
    @ParameterizedTest
    @MethodSource("seeds")
    void ordersAsAStableSortDoes(long seed) {
        Random random = new Random(seed);
        int bits = 1 + random.nextInt(80);
        BigInteger origin = random.nextBoolean() ? FAR : FAR.negate();
        BigInteger base = random.nextInt(3) == 0 ? origin : BigInteger.ZERO;
        List<BigInteger> amounts = Stream.generate(() -> {
                    BigInteger distance = new BigInteger(bits, random);
                    return base.add(random.nextBoolean() ? distance : distance.negate());
                })
                .limit(random.nextInt(200))
                .toList();

        int[] expected = IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(amounts::get).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        assertArrayEquals(expected, Descending.order(amounts), "seed " + seed);
    }

    @Test
    void ordersTheWidestSpreadThatIsPacked() {
        BigInteger edge = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);

        assertArrayEquals(
                new int[] {1, 2, 0}, Descending.order(List.of(BigInteger.ZERO, edge, edge.subtract(BigInteger.ONE))));
    }
}
