package nl.marge.allocation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.marge.allocation.run.ReceiverTrace.Step;
import nl.marge.allocation.run.ReceiverTrace.StoredSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredStepsTest {

    @Test
    void readsAStepOfEachKind() {
        String text = "0.1.17=12.500000:-8413;3.-1.9=0:250;";

        assertEquals(
                List.of(
                        new Step(0, 1, 17, new BigDecimal("12.500000"), -8413),
                        new Step(3, -1, 9, BigDecimal.ZERO, 250)),
                ReceiverTrace.ofText("SEGMENT:KEY", "", text).steps());
        assertFalse(new StoredSteps("").next());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsBackWhatWasWritten(long seed) {
        Random random = new Random(seed);
        List<Step> written = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            Step step = new Step(
                    random.nextInt(200), random.nextInt(20) - 1, random.nextInt(), weight(random), amount(random));
            step.append(text);
            written.add(step);
        }

        assertEquals(
                written,
                ReceiverTrace.ofText("SEGMENT:KEY", "", text.toString()).steps());
    }

    @Test
    void readsBackQuantities() {
        Map<String, BigDecimal> quantities =
                Map.of("ORDERS", new BigDecimal("-0.250000"), "VISITS", new BigDecimal("7"));

        assertEquals(quantities, ReceiverTrace.quantitiesOf(ReceiverTrace.quantitiesText(quantities)));
        assertEquals(Map.of(), ReceiverTrace.quantitiesOf(""));
    }

    /** Up to 100 bits, so that many do not fit in a long. */
    private static BigDecimal weight(Random random) {
        BigInteger digits = new BigInteger(random.nextInt(100), random);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(13));
    }

    private static long amount(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }
}
