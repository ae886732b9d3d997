package nl.marge.customervalue.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Means and variances of 200,000 draws of seed 1, within five standard errors or so. */
class CounterRandomTest {

    private static final int DRAWS = 200_000;

    @Test
    void drawsFromTheLawsItNames() {
        has(0.5, 1 / 12.0, CounterRandom::uniform);
        has(1, 1, CounterRandom::exponential);
        has(0.3, 0.3, random -> random.gamma(0.3));
        has(7, 7, random -> random.gamma(7));
        has(0.25, 0.25 * 0.75 / 5, random -> random.beta(1, 3));
        has(4, 12, random -> random.geometric(0.25));
        has(2.5, 2.5, random -> random.poisson(2.5));
        has(40, 40, random -> random.poisson(40));
        has(0, 0, random -> random.poisson(0));
    }

    @Test
    void replaysAStreamAndKeepsStreamsApart() {
        assertEquals(new CounterRandom(3, 9).uniform(), new CounterRandom(3, 9).uniform());
        assertNotEquals(new CounterRandom(3, 9).uniform(), new CounterRandom(3, 10).uniform());
        assertNotEquals(new CounterRandom(4, 9).uniform(), new CounterRandom(3, 9).uniform());
    }

    @Test
    void knowsNeverAndAtOnce() {
        CounterRandom random = new CounterRandom(1, 1);

        assertEquals(Long.MAX_VALUE, random.geometric(0));
        assertEquals(1, random.geometric(1));
    }

    private static void has(double mean, double variance, ToDoubleFunction<CounterRandom> law) {
        double sum = 0;
        double squares = 0;
        for (int stream = 0; stream < DRAWS; stream++) {
            double drawn = law.applyAsDouble(new CounterRandom(1, stream));
            sum += drawn;
            squares += (drawn - mean) * (drawn - mean);
        }
        assertEquals(mean, sum / DRAWS, 5 * Math.sqrt(variance / DRAWS));
        assertEquals(variance, squares / DRAWS, 0.05 * variance);
    }
}
