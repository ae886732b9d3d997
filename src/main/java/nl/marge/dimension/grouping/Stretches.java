package nl.marge.dimension.grouping;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.KnownSets;

/**
 * A group for each dimension set, and where what it leads to through memberships varies in time for each stretch in
 * which nothing of that changes: the finest grouping by which a line can be laid down again and mean the same. Only
 * what at least one of several filters admits has a group; filters see derived values by each line's membership date.
 */
public final class Stretches {

    private final GroupTable table;
    private final KnownSets known;
    private final int[] setByGroup;
    private final int[] firstDayByGroup;
    private final int[] admissionByGroup;
    private final List<BitSet> admissions;

    Stretches(GroupTable table, KnownSets known, int[][] setDayAdmission, List<BitSet> admissions) {
        this.table = requireNonNull(table, "table");
        this.known = requireNonNull(known, "known");
        this.setByGroup = setDayAdmission[0];
        this.firstDayByGroup = setDayAdmission[1];
        this.admissionByGroup = setDayAdmission[2];
        this.admissions = List.copyOf(admissions);
    }

    /**
     * The stretches of the sets with ids up to {@code through}, which must be known. A set with a value that is newer
     * than {@code reference} is left out, as in {@link SetGrouping}.
     */
    public static Stretches of(
            DimensionReference reference, List<DimensionFilter> filters, KnownSets known, int through) {
        StretchPlan plan = new StretchPlan(reference, filters);
        for (int id = 1; id <= through; id++) {
            plan.add(id, known.set(id));
        }
        return plan.stretches(known);
    }

    /** Which group each line is in; groups have no keys here. */
    public GroupTable table() {
        return table;
    }

    /** The dimension set of a group. */
    public DimensionSet set(int group) {
        return known.set(setByGroup[group]);
    }

    /**
     * The epoch day a group's stretch begins on, {@link Integer#MIN_VALUE} = for ever before; empty where the set leads
     * to the same values at all times.
     */
    public OptionalInt firstDay(int group) {
        return firstDayByGroup[group] == StretchPlan.ALWAYS
                ? OptionalInt.empty()
                : OptionalInt.of(firstDayByGroup[group]);
    }

    /** Whether the filter of that index admits a group. */
    public boolean isAdmitted(int group, int filter) {
        return admissions.get(admissionByGroup[group]).get(filter);
    }
}
