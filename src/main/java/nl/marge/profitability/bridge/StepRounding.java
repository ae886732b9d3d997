package nl.marge.profitability.bridge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.marge.profitability.bridge.MarginBridge.Moved;

/**
 * Brings the steps of rows to minor units. Those of the total come from its own exact fractions, so that they are the
 * same however rows are cut; then whole units move between the steps of rows until the rows sum to the total: in each
 * row as much into one step as out of another, first where it brings both nearest to what they exactly are. Each row
 * thus still sums to its own change. Pure.
 */
final class StepRounding {

    private static final int VOLUME = 1;
    private static final int MIX = 2;

    /** Parts of a minor unit by which rows are compared; finer ones only decide a tie. */
    private static final int FINE_BITS = 60;

    private final List<MarginBridge> bridges;
    private final BigInteger mixBetween;
    private final BigInteger[] total;
    private final long[][] missing;
    private final BigInteger[][] whole;
    private final MarginSteps steps;

    /**
     * The steps of rows and of their total.
     *
     * @param addable whether quantities of different rows may be added up; if not, volume is that of each row
     */
    StepRounding(List<MarginBridge> rows, boolean addable) {
        bridges = List.copyOf(rows);
        MarginBridge all = new MarginBridge();
        bridges.forEach(all::addAll);
        mixBetween = addable ? MarginBridge.mixBetween(bridges) : BigInteger.ZERO;
        BigInteger[] own = (addable ? all.moved() : all.movedApart(bridges)).whole();
        own[VOLUME] = own[VOLUME].add(mixBetween);
        own[MIX] = own[MIX].subtract(mixBetween);
        total = own;
        missing = new long[bridges.size()][];
        whole = new BigInteger[bridges.size()][];
        for (int row = 0; row < whole.length; row++) {
            Moved moved = bridges.get(row).moved();
            whole[row] = moved.whole();
            missing[row] = moved.missing(whole[row], FINE_BITS);
        }
        apportion();
        steps = all.steps(total);
    }

    /** The steps of all rows together; what is mix between them counts in their volume. */
    MarginSteps total() {
        return steps;
    }

    /** What of the total's volume is mix between rows. */
    BigInteger mixBetween() {
        return mixBetween;
    }

    /** The steps of a row, by its place among those given. */
    MarginSteps row(int place) {
        return bridges.get(place).steps(whole[place]);
    }

    private void apportion() {
        BigInteger[] wanted = total.clone();
        for (BigInteger[] row : whole) {
            Arrays.setAll(wanted, step -> wanted[step].subtract(row[step]));
        }
        while (Arrays.stream(wanted).anyMatch(units -> units.signum() != 0)) {
            int into = first(wanted, 1);
            int outOf = first(wanted, -1);
            int units = wanted[into]
                    .min(wanted[outOf].negate())
                    .min(BigInteger.valueOf(whole.length))
                    .intValueExact();
            nearest(into, outOf).limit(units).forEach(row -> move(row, into, outOf));
            wanted[into] = wanted[into].subtract(BigInteger.valueOf(units));
            wanted[outOf] = wanted[outOf].add(BigInteger.valueOf(units));
        }
    }

    private static int first(BigInteger[] wanted, int sign) {
        return IntStream.range(0, wanted.length)
                .filter(step -> wanted[step].signum() == sign)
                .findFirst()
                .orElseThrow();
    }

    /** The rows in the order in which a unit out of one step and into another does best; on a tie the first. */
    private IntStream nearest(int into, int outOf) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < whole.length; row++) {
            rows.add(row);
        }
        rows.sort(Comparator.<Integer>comparingLong(row -> missing[row][outOf] - missing[row][into]));
        return rows.stream().mapToInt(Integer::intValue);
    }

    private void move(int row, int into, int outOf) {
        whole[row][into] = whole[row][into].add(BigInteger.ONE);
        whole[row][outOf] = whole[row][outOf].subtract(BigInteger.ONE);
        missing[row][into] -= 1L << FINE_BITS;
        missing[row][outOf] += 1L << FINE_BITS;
    }
}
