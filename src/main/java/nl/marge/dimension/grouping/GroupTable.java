package nl.marge.dimension.grouping;

import java.util.Arrays;
import java.util.List;

/**
 * Which group each dimension set falls in: dense group numbers from 0, or {@link #EXCLUDED}; sets whose group changes
 * in time carry a short list of stretches by membership date. Immutable; it covers the sets known when it was made.
 */
public final class GroupTable {

    /** The filter leaves the line out. */
    public static final int EXCLUDED = -1;

    /** Codes from here downwards point to stretches. */
    private static final int FIRST_VARYING = -2;

    private final int[] codeBySet;
    private final int[] stretches;
    private final int[][] keys;

    /**
     * A table.
     *
     * @param stretches lists one after the other: a count, then as many pairs of first day and group, days ascending
     */
    GroupTable(int[] codeBySet, int[] stretches, int[][] keys) {
        this.codeBySet = codeBySet;
        this.stretches = stretches;
        this.keys = keys;
    }

    /** The code of a set whose list begins at {@code offset}. */
    static int codeOfStretches(int offset) {
        return FIRST_VARYING - offset;
    }

    /** The group of a line with dimension set {@code setId} whose membership date is {@code epochDay}. */
    public int groupOf(int setId, int epochDay) {
        int code = codeBySet[setId];
        return code >= EXCLUDED ? code : groupInStretches(FIRST_VARYING - code, epochDay);
    }

    /** One cache line where it matters: most lists have two or three stretches, and most lines fall in the last. */
    private int groupInStretches(int offset, int epochDay) {
        int pair = offset + 2 * stretches[offset] - 1;
        while (stretches[pair] > epochDay) {
            pair -= 2;
        }
        return stretches[pair + 1];
    }

    /** How many groups there are. */
    public int groups() {
        return keys.length;
    }

    /** The value id of a group on an axis, counted from 0 in the order asked for; 0 = unassigned. */
    public int key(int group, int axis) {
        return keys[group][axis];
    }

    /** The value ids of a group on all axes. */
    public List<Integer> keys(int group) {
        return Arrays.stream(keys[group]).boxed().toList();
    }

    /** This table with groups put together: {@code targetByGroup[group]}, or {@link #EXCLUDED}; keys are lost. */
    public GroupTable merged(int[] targetByGroup, int targets) {
        int[] codes = new int[codeBySet.length];
        for (int set = 0; set < codes.length; set++) {
            int code = codeBySet[set];
            codes[set] = code >= 0 ? targetByGroup[code] : code;
        }
        int[] lists = stretches.clone();
        for (int start = 0; start < lists.length; start += 1 + 2 * lists[start]) {
            for (int group = start + 2; group <= start + 2 * lists[start]; group += 2) {
                lists[group] = lists[group] >= 0 ? targetByGroup[lists[group]] : lists[group];
            }
        }
        return new GroupTable(codes, lists, new int[targets][0]);
    }

    /** The highest set id covered. */
    public int sets() {
        return codeBySet.length - 1;
    }
}
