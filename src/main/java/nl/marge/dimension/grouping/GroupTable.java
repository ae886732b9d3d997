package nl.marge.dimension.grouping;

import java.util.Arrays;

/**
 * Which group each dimension set falls in: dense group numbers from 0, or {@link #EXCLUDED}; sets whose group changes
 * in time carry a short list of stretches by membership date. Immutable; it covers the sets known when it was made.
 */
public final class GroupTable {

    /** The filter leaves the line out. */
    public static final int EXCLUDED = -1;

    /** Codes from here downwards point to a list of stretches. */
    private static final int FIRST_VARYING = -2;

    private final int[] codeBySet;
    private final Stretches[] varying;
    private final int[][] keys;

    GroupTable(int[] codeBySet, Stretches[] varying, int[][] keys) {
        this.codeBySet = codeBySet;
        this.varying = varying;
        this.keys = keys;
    }

    /** From {@code days[i]} on, {@code groups[i]}; the first day is the beginning of time. */
    record Stretches(int[] days, int[] groups) {
        int at(int day) {
            int found = Arrays.binarySearch(days, day);
            return groups[found >= 0 ? found : -found - 2];
        }
    }

    static int codeOfVarying(int index) {
        return FIRST_VARYING - index;
    }

    /** The group of a line with dimension set {@code setId} whose membership date is {@code epochDay}. */
    public int groupOf(int setId, int epochDay) {
        int code = codeBySet[setId];
        return code >= EXCLUDED ? code : varying[FIRST_VARYING - code].at(epochDay);
    }

    /** How many groups there are. */
    public int groups() {
        return keys.length;
    }

    /** The value id of a group on an axis, counted from 0 in the order asked for; 0 = unassigned. */
    public int key(int group, int axis) {
        return keys[group][axis];
    }

    /** The highest set id covered. */
    public int sets() {
        return codeBySet.length - 1;
    }
}
