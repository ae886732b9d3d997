package nl.marge.kernel.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExchangeRateTest {

    private static final int CASES = 3_000;
    private static final long SEED = Long.getLong("seed", 20261123L);

    @Test
    void readsPlainDecimalsAboveZero() {
        assertEquals(Optional.of(new BigDecimal("0.92")), ExchangeRate.read("0.92"));
        assertEquals(Optional.of(new BigDecimal("0.000000000001")), ExchangeRate.read("0.000000000001"));
        assertEquals(Optional.of(new BigDecimal("1.5")), ExchangeRate.read("1.5000000000000000"));
        assertEquals(
                "1000000",
                ExchangeRate.of(ExchangeRate.read("1000000").orElseThrow()).text());
    }

    @Test
    void refusesWhatIsNoRate() {
        for (String text : new String[] {
            "", "0", "0.000", "-1", "+1", "1e3", "1,5", ".5", "5.", "01", "1234567890123", "0.0000000000001", "１", "NaN"
        }) {
            assertEquals(Optional.empty(), ExchangeRate.read(text), text);
        }
        assertThrows(IllegalArgumentException.class, () -> new ExchangeRate(BigInteger.ZERO, BigInteger.ONE));
    }

    @Test
    void losesNothingOnTheWayThereAndBack() {
        ExchangeRate third = ExchangeRate.of(new BigDecimal("3")).inverse();

        assertEquals("0.333333333333", third.text());
        assertArrayEquals(
                new long[] {100},
                third.then(ExchangeRate.of(new BigDecimal("3")))
                        .convert(new long[] {100}, 2, 2)
                        .orElseThrow());
    }

    @Test
    void tellsWhenASideIsWorthMoreThanFits() {
        ExchangeRate huge = ExchangeRate.of(new BigDecimal("999999999999"));

        assertTrue(huge.convert(new long[] {1_000_000_000_000L, -1_000_000_000_000L}, 2, 2)
                .isEmpty());
        assertTrue(huge.convert(new long[] {100, -100}, 2, 2).isPresent());
    }

    @Test
    void keepsWhatSumsToZeroAtZero() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Case given = Case.balanced(random);

            assertEquals(0, LongStream.of(given.converted()).sum(), given.toString());
        }
    }

    @Test
    void convertsTheOppositeToTheOpposite() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Case given = Case.balanced(random);

            long[] opposite = given.withAmounts(negated(given.amounts())).converted();

            assertArrayEquals(negated(given.converted()), opposite, given.toString());
        }
    }

    @Test
    void roundsEveryAmountUpOrDownFromItsExactValue() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Case given = Case.balanced(random);
            long[] converted = given.converted();
            for (int line = 0; line < converted.length; line++) {
                assertTrue(given.isWithinAUnit(line, converted[line]), given.toString());
            }
        }
    }

    @Test
    void roundsEachSideHalfUpAsAWhole() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Case given = Case.balanced(random);
            long debits =
                    LongStream.of(given.amounts()).filter(amount -> amount > 0).sum();

            long together = given.withAmounts(new long[] {debits}).converted()[0];

            long apart = LongStream.of(given.converted())
                    .filter(amount -> amount > 0)
                    .sum();
            assertEquals(together, apart, given.toString());
        }
    }

    private static long[] negated(long[] amounts) {
        return Arrays.stream(amounts).map(amount -> -amount).toArray();
    }

    /** An entry, a rate and two currencies' decimals; as text it replays by {@code -Dseed}. */
    private record Case(long[] amounts, ExchangeRate rate, int decimals, int targetDecimals) {

        private static Case balanced(Random random) {
            int lines = 2 + random.nextInt(9);
            long[] amounts = new long[lines];
            int bound = random.nextInt(3) == 0 ? 10 : 1_000_000_000;
            for (int i = 0; i < lines - 1; i++) {
                amounts[i] = random.nextInt(2 * bound) - bound;
                amounts[lines - 1] -= amounts[i];
            }
            BigDecimal said = BigDecimal.valueOf(1 + random.nextInt(2_000_000_000), random.nextInt(13));
            ExchangeRate rate = ExchangeRate.of(said);
            rate = random.nextBoolean() ? rate : rate.inverse();
            rate = random.nextBoolean() ? rate : rate.then(ExchangeRate.of(new BigDecimal("162.5")));
            if (rate.numerator().bitLength() - rate.denominator().bitLength() > 20) {
                rate = rate.inverse();
            }
            return new Case(amounts, rate, random.nextInt(4), random.nextInt(4));
        }

        private Case withAmounts(long[] others) {
            return new Case(others, rate, decimals, targetDecimals);
        }

        private long[] converted() {
            return rate.convert(amounts, decimals, targetDecimals).orElseThrow();
        }

        private boolean isWithinAUnit(int line, long converted) {
            BigInteger exact = BigInteger.valueOf(amounts[line])
                    .multiply(rate.numerator())
                    .multiply(BigInteger.TEN.pow(targetDecimals));
            BigInteger divisor = rate.denominator().multiply(BigInteger.TEN.pow(decimals));
            BigInteger off = BigInteger.valueOf(converted).multiply(divisor).subtract(exact);
            return off.abs().compareTo(divisor) < 0;
        }

        @Override
        public String toString() {
            return "seed " + SEED + ": " + Arrays.toString(amounts) + " with " + decimals + " decimals by "
                    + rate.numerator() + "/" + rate.denominator() + " to " + targetDecimals + " decimals";
        }
    }
}
