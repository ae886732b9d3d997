package nl.marge.demo;

import java.util.List;
import java.util.Random;

/** Chance that falls the same every time: {@link Random} is specified to the bit, and the seed is fixed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** A whole number between two limits, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True in {@code perMille} of a thousand cases. */
    boolean chance(int perMille) {
        return random.nextInt(1_000) < perMille;
    }

    /** One of {@code items}. */
    <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
