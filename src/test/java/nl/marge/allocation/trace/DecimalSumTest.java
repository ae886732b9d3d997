package nl.marge.allocation.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalSumTest {

    @Test
    void staysExactWhereALongEnds() {
        DecimalSum sum = new DecimalSum();
        sum.add(Long.MAX_VALUE, 0);
        sum.add(Long.MAX_VALUE, 0);
        sum.add(-5, 1);
        sum.add(new BigDecimal("0.25"));

        assertEquals("18446744073709551613.75", sum.value().toPlainString());
        assertEquals("0", new DecimalSum().value().toPlainString());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void addsUpAsDecimalsDo(long seed) {
        Random random = new Random(seed);
        DecimalSum sum = new DecimalSum();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 10_000; i++) {
            long units = random.nextLong() >> random.nextInt(64);
            int decimals = random.nextInt(8) == 0 ? random.nextInt(12) : 6;
            sum.add(units, decimals);
            expected = expected.add(BigDecimal.valueOf(units, decimals));
        }

        assertEquals(0, expected.compareTo(sum.value()), expected + " is not " + sum.value());
    }
}
