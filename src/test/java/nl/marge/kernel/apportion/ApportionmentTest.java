package nl.marge.kernel.apportion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Largest remainder: the rows of domain.md R23 and its laws over seeded random splits. */
class ApportionmentTest {

    /** Amount, weights, parts; the last rows are ties: the larger weight first, then the lower position. */
    @ParameterizedTest
    @CsvSource({
        "182.25,  98/2,           178.61/3.64",
        "100.00,  1/1/1,          33.34/33.33/33.33",
        "-100.00, 1/1/1,          -33.34/-33.33/-33.33",
        "0.01,    95/5,           0.01/0.00",
        "1.002,   33/33/34,       0.331/0.330/0.341",
        "0.05,    1/1/1/1/1/1/1,  0.01/0.01/0.01/0.01/0.01/0.00/0.00",
        "100000,  40/30/20,       44445/33333/22222",
        "100000.00, 40/30/20,     44444.45/33333.33/22222.22",
        "160000.00, 67142.857142/55714.285714/37142.857144, 67142.86/55714.28/37142.86",
        "0.01,    50/50,          0.01/0.00",
        "0.02,    25/75,          0.00/0.02",
        "0.01,    0/100,          0.00/0.01",
        "0.00,    60/40,          0.00/0.00",
        "7,       33.333/66.667,  2/5",
        "-1000,   0.1/0.2/0.3,    -167/-333/-500"
    })
    void dividesAsTheOracleSays(String amount, String weights, String parts) {
        BigDecimal whole = new BigDecimal(amount);
        String said = Arrays.stream(
                        apportionment(weights).split(whole.unscaledValue().longValueExact()))
                .mapToObj(part -> BigDecimal.valueOf(part, whole.scale()).toPlainString())
                .collect(Collectors.joining("/"));

        assertEquals(parts, said);
    }

    @Test
    void dividesTheLargestAmountsThereAre() {
        assertArrayEquals(
                new long[] {Long.MAX_VALUE - Long.MAX_VALUE / 2, Long.MAX_VALUE / 2},
                apportionment("1/1").split(Long.MAX_VALUE));
        assertArrayEquals(new long[] {Long.MIN_VALUE}, apportionment("100").split(Long.MIN_VALUE));
    }

    @Test
    void givesWhatCannotBeDividedToTheLargestWeight() {
        assertEquals(1, apportionment("20/40/40").largest());
        assertEquals(0, apportionment("40/40/20").largest());
    }

    @Test
    void refusesWeightsThatDivideNothing() {
        assertThrows(IllegalArgumentException.class, () -> apportionment("0/0"));
        assertThrows(IllegalArgumentException.class, () -> apportionment("-1/2"));
        assertThrows(IllegalArgumentException.class, () -> Apportionment.by(List.of()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNoUnit(long seed) {
        Split split = new Split(seed);

        assertEquals(split.amount, LongStream.of(split.parts()).sum(), split.toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dividesTheOppositeIntoTheOpposites(long seed) {
        Split split = new Split(seed);

        long[] opposite = Apportionment.by(split.weights).split(-split.amount);

        assertArrayEquals(
                split.parts(), LongStream.of(opposite).map(part -> -part).toArray(), split.toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void staysWithinOneUnitOfTheExactShareAndOnItsSide(long seed) {
        Split split = new Split(seed);
        BigDecimal total = split.weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long[] parts = split.parts();

        for (int i = 0; i < parts.length; i++) {
            BigDecimal exactTimesTotal = BigDecimal.valueOf(split.amount).multiply(split.weights.get(i));
            BigDecimal away = BigDecimal.valueOf(parts[i])
                    .multiply(total)
                    .subtract(exactTimesTotal)
                    .abs();
            assertTrue(away.compareTo(total) < 0, split.toString());
            assertTrue(Long.signum(parts[i]) * Long.signum(split.amount) >= 0, split.toString());
            assertTrue(split.weights.get(i).signum() > 0 || parts[i] == 0, split.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dividesAlikeWhateverTheUnitOfTheWeights(long seed) {
        Split split = new Split(seed);
        List<BigDecimal> larger = split.weights.stream()
                .map(weight -> weight.multiply(new BigDecimal("12.5")))
                .toList();

        assertArrayEquals(split.parts(), Apportionment.by(larger).split(split.amount), split.toString());
    }

    /** Weights that fit longs are divided in longs; the same weights, scaled beyond them, in numbers of any size. */
    @ParameterizedTest
    @MethodSource("seeds")
    void dividesInLongsAsInNumbersOfAnySize(long seed) {
        Split split = new Split(seed);
        List<BigDecimal> beyondLongs = split.weights.stream()
                .map(weight -> weight.multiply(BigDecimal.TEN.pow(30)))
                .toList();

        assertTrue(Weights.of(split.weights).isSmall());
        assertFalse(Weights.of(beyondLongs).isSmall());
        assertArrayEquals(split.parts(), Apportionment.by(beyondLongs).split(split.amount), split.toString());
    }

    /** Several amounts divided together: each sums to itself, and together they are divided as their sum is. */
    @ParameterizedTest
    @MethodSource("seeds")
    void dividesSeveralAmountsToBothSums(long seed) {
        Split split = new Split(seed);
        Random random = new Random(seed);
        long[] amounts = LongStream.range(0, 1 + random.nextInt(6))
                .map(i -> random.nextInt(20_001) - random.nextInt(10_001))
                .toArray();
        int width = amounts.length;

        long[] parts = Apportionment.by(split.weights).split(amounts);

        long[] columns = new long[width];
        long[] rows = new long[split.weights.size()];
        for (int i = 0; i < parts.length; i++) {
            columns[i % width] += parts[i];
            rows[i / width] += parts[i];
        }
        long sum = LongStream.of(amounts).sum();
        assertArrayEquals(amounts, columns, split.toString());
        assertArrayEquals(Apportionment.by(split.weights).split(sum), rows, split.toString());
        long[] opposite = Apportionment.by(split.weights)
                .split(LongStream.of(amounts).map(i -> -i).toArray());
        assertArrayEquals(parts, LongStream.of(opposite).map(i -> -i).toArray(), split.toString());
    }

    @Test
    void dividesTheLargestAmountsByWeightsBeyondLongs() {
        String huge = "1" + "0".repeat(30);

        assertArrayEquals(
                new long[] {Long.MIN_VALUE, 0}, apportionment(huge + "/0").split(Long.MIN_VALUE));
        assertArrayEquals(
                new long[] {1L << 62, (1L << 62) - 1},
                apportionment(huge + "/" + huge).split(Long.MAX_VALUE));
    }

    /** Equal weights aside, a part does not depend on where it stands. */
    @ParameterizedTest
    @MethodSource("seeds")
    void givesEachWeightTheSameWhateverItsPlace(long seed) {
        Split split = new Split(seed);
        List<BigDecimal> turned = new ArrayList<>(split.weights);
        Collections.reverse(turned);

        long[] parts = Apportionment.by(turned).split(split.amount);

        assertEquals(sorted(split.weights, split.parts()), sorted(turned, parts), split.toString());
    }

    private static List<String> sorted(List<BigDecimal> weights, long[] parts) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            pairs.add(weights.get(i).stripTrailingZeros().toPlainString() + " gets " + parts[i]);
        }
        Collections.sort(pairs);
        return pairs;
    }

    private static Apportionment apportionment(String weights) {
        return Apportionment.by(
                Arrays.stream(weights.split("/")).map(BigDecimal::new).toList());
    }

    /** A split drawn from a seed: tiny, usual and huge amounts over one to twenty weights of up to six decimals. */
    private static final class Split {
        private final long seed;
        private final long amount;
        private final List<BigDecimal> weights = new ArrayList<>();

        private Split(long seed) {
            this.seed = seed;
            Random random = new Random(seed);
            int bits = 1 + random.nextInt(62);
            amount = new BigInteger(bits, random).longValueExact() * (random.nextBoolean() ? 1 : -1);
            int count = 1 + random.nextInt(20);
            while (weights.size() < count) {
                int scale = random.nextInt(7);
                weights.add(BigDecimal.valueOf(random.nextInt(5) == 0 ? 0 : random.nextInt(1_000_000), scale));
            }
            weights.set(random.nextInt(count), BigDecimal.ONE);
        }

        private long[] parts() {
            return Apportionment.by(weights).split(amount);
        }

        @Override
        public String toString() {
            return "seed " + seed + ": " + amount + " over " + weights;
        }
    }
}
