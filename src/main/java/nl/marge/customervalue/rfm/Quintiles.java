package nl.marge.customervalue.rfm;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores 1 to 5 by rank, the highest 5: {@code ceil(5 rank / n)}, where equal values share the average of their ranks.
 * So equals are scored alike, and where many are equal some scores stay empty. Pure.
 */
final class Quintiles {

    /** The highest score. */
    static final int SCORES = 5;

    private Quintiles() {}

    /** The score of each value, in the order given. */
    static <T> int[] scores(List<T> values, Comparator<T> order) {
        int count = values.size();
        int[] ranked = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing(values::get, order))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] scores = new int[count];
        for (int first = 0; first < count; ) {
            int end = first + 1;
            while (end < count && order.compare(values.get(ranked[first]), values.get(ranked[end])) == 0) {
                end++;
            }
            int score = score(first + 1, end, count);
            for (int i = first; i < end; i++) {
                scores[ranked[i]] = score;
            }
            first = end;
        }
        return scores;
    }

    /** The score of those ranked from {@code first} to {@code last}: 5 (first + last) / 2n, rounded up. */
    private static int score(int first, int last, int count) {
        long twice = SCORES * ((long) first + last);
        return (int) ((twice + 2L * count - 1) / (2L * count));
    }
}
