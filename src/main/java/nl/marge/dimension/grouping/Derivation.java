package nl.marge.dimension.grouping;

import java.util.Arrays;
import java.util.OptionalInt;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.Timeline;

/**
 * Which value of one dimension a set of values has, in time. The dimension itself is looked at first, then the one it
 * is derived from, then that one's source: the first that stands on the set decides, even where it leads to no value.
 * Timelines along the chain are composed once per value and kept.
 */
final class Derivation {

    /** The value changes in time: ask {@link #timeline}. */
    static final int VARYING = -1;

    private static final int UNKNOWN = -2;
    private static final Timeline NONE = Timeline.never();

    private final DimensionReference reference;
    private final OptionalInt fixedDay;
    private final int[] chain;
    private final Timeline[][] timelines;
    private final int[][] values;

    /** Derives one dimension; with a fixed day nothing varies. */
    Derivation(DimensionReference reference, int dimensionId, OptionalInt fixedDay) {
        this.reference = reference;
        this.fixedDay = fixedDay;
        this.chain = chainOf(reference, dimensionId);
        this.timelines = new Timeline[chain.length][reference.valueIdLimit()];
        this.values = new int[chain.length][reference.valueIdLimit()];
        for (int[] ofDepth : values) {
            Arrays.fill(ofDepth, UNKNOWN);
        }
    }

    /**
     * The value of a set given as {@code valueByDimension[dimensionId]}, 0 where a dimension is absent: its id, 0 for
     * none, or {@link #VARYING}.
     */
    int value(int[] valueByDimension) {
        for (int depth = 0; depth < chain.length; depth++) {
            int source = valueByDimension[chain[depth]];
            if (source != 0) {
                int known = values[depth][source];
                return known != UNKNOWN ? known : value(depth, source);
            }
        }
        return Timeline.NONE;
    }

    private int value(int depth, int source) {
        Timeline timeline = timeline(depth, source);
        boolean constant = fixedDay.isPresent() || timeline.isConstant();
        values[depth][source] = constant ? timeline.at(fixedDay.orElse(0)) : VARYING;
        return values[depth][source];
    }

    /** The value of such a set in time. */
    Timeline timeline(int[] valueByDimension) {
        for (int depth = 0; depth < chain.length; depth++) {
            int source = valueByDimension[chain[depth]];
            if (source != 0) {
                return timeline(depth, source);
            }
        }
        return NONE;
    }

    private Timeline timeline(int depth, int source) {
        if (timelines[depth][source] == null) {
            timelines[depth][source] = depth == 0 ? Timeline.always(source) : compose(depth, source);
        }
        return timelines[depth][source];
    }

    /** From the source value {@code value} at {@code depth} up to the target, stretch by stretch. */
    private Timeline compose(int depth, int value) {
        Timeline result = reference.membership(chain[depth - 1], value);
        for (int target = depth - 2; target >= 0; target--) {
            result = compose(result, chain[target]);
        }
        return result;
    }

    private Timeline compose(Timeline inner, int targetDimension) {
        int[] days = new int[inner.size()];
        int[] values = new int[inner.size()];
        int size = 0;
        for (int i = 0; i < inner.size(); i++) {
            Timeline outer = reference.membership(targetDimension, inner.value(i));
            int end = i + 1 < inner.size() ? inner.day(i + 1) : Integer.MAX_VALUE;
            if (size + outer.size() > days.length) {
                int room = 2 * (size + outer.size());
                days = Arrays.copyOf(days, room);
                values = Arrays.copyOf(values, room);
            }
            for (int day = inner.day(i); day < end; size++) {
                days[size] = day;
                values[size] = outer.at(day);
                day = nextChange(outer, day);
            }
        }
        return Timeline.of(Arrays.copyOf(days, size), Arrays.copyOf(values, size));
    }

    private static int nextChange(Timeline timeline, int day) {
        int next = 0;
        while (next < timeline.size() && timeline.day(next) <= day) {
            next++;
        }
        return next < timeline.size() ? timeline.day(next) : Integer.MAX_VALUE;
    }

    private static int[] chainOf(DimensionReference reference, int dimensionId) {
        int[] chain = new int[reference.dimensionIdLimit()];
        int length = 0;
        for (int id = dimensionId; id != 0; id = reference.sourceOf(id)) {
            chain[length++] = id;
        }
        return Arrays.copyOf(chain, length);
    }
}
