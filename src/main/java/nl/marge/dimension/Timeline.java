package nl.marge.dimension;

import java.util.Arrays;

/**
 * Which value holds from which day on: ascending epoch days, the first of them {@link Integer#MIN_VALUE}, each with a
 * value id or {@link #NONE}; neighbours differ. Immutable.
 */
public final class Timeline {

    /** No value. */
    public static final int NONE = 0;

    private static final int[] ALWAYS = {Integer.MIN_VALUE};
    private static final Timeline NEVER = new Timeline(ALWAYS, new int[] {NONE});

    private final int[] days;
    private final int[] values;

    private Timeline(int[] days, int[] values) {
        this.days = days;
        this.values = values;
    }

    /** The timeline that never has a value. */
    public static Timeline never() {
        return NEVER;
    }

    /** The timeline that always has {@code valueId}. */
    public static Timeline always(int valueId) {
        return new Timeline(ALWAYS, new int[] {valueId});
    }

    /** A timeline of {@code values[i]} from {@code days[i]} on; neighbours with the same value are joined. */
    public static Timeline of(int[] days, int[] values) {
        if (days.length == 0 || days[0] != Integer.MIN_VALUE || days.length != values.length) {
            throw new IllegalArgumentException("a timeline starts at the beginning of time: " + Arrays.toString(days));
        }
        int kept = 1;
        int[] keptDays = days.clone();
        int[] keptValues = values.clone();
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= days[i - 1]) {
                throw new IllegalArgumentException("days do not ascend: " + Arrays.toString(days));
            }
            if (values[i] != keptValues[kept - 1]) {
                keptDays[kept] = days[i];
                keptValues[kept++] = values[i];
            }
        }
        return new Timeline(Arrays.copyOf(keptDays, kept), Arrays.copyOf(keptValues, kept));
    }

    /** The value on an epoch day, or {@link #NONE}. */
    public int at(int epochDay) {
        return values[indexAt(epochDay)];
    }

    /** The epoch day since which {@link #at} holds; {@link Integer#MIN_VALUE} = for ever before. */
    public int since(int epochDay) {
        return days[indexAt(epochDay)];
    }

    /** Whether the value never changes. */
    public boolean isConstant() {
        return days.length == 1;
    }

    /** How many stretches there are. */
    public int size() {
        return days.length;
    }

    /** The first epoch day of stretch {@code index}. */
    public int day(int index) {
        return days[index];
    }

    /** The value of stretch {@code index}. */
    public int value(int index) {
        return values[index];
    }

    private int indexAt(int epochDay) {
        if (days.length == 1) {
            return 0;
        }
        int found = Arrays.binarySearch(days, epochDay);
        return found >= 0 ? found : -found - 2;
    }
}
