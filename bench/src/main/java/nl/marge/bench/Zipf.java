package nl.marge.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws 0, 1, 2, ... with probability proportional to 1, 1/2, 1/3, ...: few customers buy much, many buy little. */
final class Zipf {

    private final double[] cumulative;

    Zipf(int count) {
        cumulative = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1.0 / (i + 1);
            cumulative[i] = sum;
        }
    }

    int draw(SplittableRandom random) {
        int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
    }
}
