package nl.marge.kernel.apportion;

import java.util.Arrays;

/** Finds the largest of many numbers without sorting: digit by digit from the top, in time linear in their count. */
final class LargestFractions {

    private static final int DIGIT_BITS = 8;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private LargestFractions() {}

    /**
     * Adds one unit to the {@code count} parts with the largest fractions; on a tie to those with the larger weight,
     * then to those at the lower position.
     *
     * @param count from 1 to the number of parts
     */
    static void addUnits(long[] parts, long[] fractions, long[] weights, int count) {
        long threshold = ranked(fractions, count);
        int left = count;
        int tied = 0;
        int[] positions = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (fractions[i] > threshold) {
                parts[i]++;
                left--;
            } else if (fractions[i] == threshold) {
                positions[tied++] = i;
            }
        }
        addUnits(parts, Arrays.copyOf(positions, tied), weights, left);
    }

    private static void addUnits(long[] parts, int[] tied, long[] weights, int count) {
        long[] weightsOfTied = Arrays.stream(tied).mapToLong(i -> weights[i]).toArray();
        long threshold = ranked(weightsOfTied, count);
        int left = count;
        for (int i : tied) {
            if (weights[i] > threshold) {
                parts[i]++;
                left--;
            }
        }
        for (int i = 0; left > 0; i++) {
            if (weightsOfTied[i] == threshold) {
                parts[tied[i]]++;
                left--;
            }
        }
    }

    /** The number at a rank from the top, 1 = the largest; none is negative. */
    static long ranked(long[] values, int rank) {
        long allBits = 0;
        for (long value : values) {
            allBits |= value;
        }
        int digits = (Long.SIZE - Long.numberOfLeadingZeros(allBits) + DIGIT_BITS - 1) / DIGIT_BITS;
        long[] left = values;
        int count = values.length;
        int place = rank;
        int[] counts = new int[DIGITS];
        for (int shift = DIGIT_BITS * (digits - 1); shift >= 0; shift -= DIGIT_BITS) {
            count(left, count, shift, counts);
            int digit = DIGITS - 1;
            while (counts[digit] < place) {
                place -= counts[digit--];
            }
            left = withDigit(left, count, shift, digit);
            count = counts[digit];
        }
        return count == 0 ? 0 : left[0];
    }

    /** Counts the digits at {@code shift} of the first values, which agree in those above. */
    private static void count(long[] values, int size, int shift, int[] counts) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < size; i++) {
            counts[(int) (values[i] >>> shift) & DIGITS - 1]++;
        }
    }

    private static long[] withDigit(long[] values, int size, int shift, int digit) {
        // As long as what comes in: then each value is written, and counts only where it has the digit.
        long[] found = new long[size];
        int next = 0;
        for (int i = 0; i < size; i++) {
            found[next] = values[i];
            next += ((int) (values[i] >>> shift) & DIGITS - 1) == digit ? 1 : 0;
        }
        return found;
    }
}
