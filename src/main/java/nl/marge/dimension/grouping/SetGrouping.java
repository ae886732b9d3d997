package nl.marge.dimension.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.KnownSets;
import nl.marge.dimension.Timeline;
import nl.marge.dimension.grouping.DimensionFilter.Term;
import nl.marge.dimension.grouping.GroupBy.Axis;
import nl.marge.kernel.sums.LongKeys;

/**
 * Places dimension sets in groups by what was asked. Per set it asks each dimension concerned for its value in time; a
 * set whose values never change is placed once, another one at each day something changes. It grows with the sets of
 * the company and may be shared by threads.
 */
public final class SetGrouping {

    private final DimensionReference reference;
    private final Derivation[] derivations;
    private final int[] derivationOfAxis;
    private final int[][] keyOfValueByAxis;
    private final int[] derivationOfTerm;
    private final BitSet[] admittedByTerm;
    private final LongKeys[] groupsByAxis;

    private final int[] valueByDimension;
    private final int[] values;
    private final Timeline[] timelines;
    private int[] stretches = new int[0];
    private int stretchesEnd;
    private int[] codeBySet = {GroupTable.EXCLUDED};
    private GroupTable table;

    /** A grouping by {@code by} of what {@code filter} lets through. */
    public SetGrouping(DimensionReference reference, GroupBy by, DimensionFilter filter, MembershipMode mode) {
        this.reference = reference;
        List<Integer> dimensions = new ArrayList<>();
        derivationOfAxis = by.axes().stream()
                .mapToInt(axis -> indexIn(dimensions, axis.dimension().id()))
                .toArray();
        derivationOfTerm = filter.terms().stream()
                .mapToInt(term -> indexIn(dimensions, term.dimension().id()))
                .toArray();
        derivations = dimensions.stream()
                .map(id -> new Derivation(reference, id, mode.fixedDay()))
                .toArray(Derivation[]::new);
        keyOfValueByAxis = by.axes().stream().map(this::keyOfValue).toArray(int[][]::new);
        admittedByTerm = filter.terms().stream().map(this::admitted).toArray(BitSet[]::new);
        groupsByAxis = by.axes().stream().map(axis -> new LongKeys()).toArray(LongKeys[]::new);
        valueByDimension = new int[reference.dimensionIdLimit()];
        values = new int[derivations.length];
        timelines = new Timeline[derivations.length];
        table = snapshot();
    }

    /**
     * The table over at least the sets with ids up to {@code through}, which must be known. A set with a value that is
     * newer than this grouping's picture of the dimensions is left out: whoever sees lines with it has a newer picture.
     */
    public synchronized GroupTable table(KnownSets known, int through) {
        int first = codeBySet.length;
        if (through >= first) {
            codeBySet = Arrays.copyOf(codeBySet, through + 1);
            for (int id = first; id <= through; id++) {
                codeBySet[id] = code(known.set(id));
            }
            table = snapshot();
        }
        return table;
    }

    /**
     * The key of a set on the membership date {@code epochDay}: a value id for each axis, 0 = unassigned. The set need
     * not be stored. Empty where the filter leaves it out.
     */
    public synchronized Optional<List<Integer>> keyOf(DimensionSet set, int epochDay) {
        if (isNewer(set)) {
            return Optional.empty();
        }
        spread(set);
        for (int i = 0; i < derivations.length; i++) {
            values[i] = derivations[i].value(valueByDimension);
            values[i] = values[i] == Derivation.VARYING
                    ? derivations[i].timeline(valueByDimension).at(epochDay)
                    : values[i];
        }
        clear(set);
        return isAdmitted()
                ? Optional.of(IntStream.range(0, derivationOfAxis.length)
                        .mapToObj(axis -> keyOfValueByAxis[axis][values[derivationOfAxis[axis]]])
                        .toList())
                : Optional.empty();
    }

    private int code(DimensionSet set) {
        if (isNewer(set)) {
            return GroupTable.EXCLUDED;
        }
        spread(set);
        boolean varies = false;
        for (int i = 0; i < derivations.length; i++) {
            values[i] = derivations[i].value(valueByDimension);
            varies |= values[i] == Derivation.VARYING;
        }
        int code = varies ? codeOfVarying() : groupOfValues();
        clear(set);
        return code;
    }

    private void spread(DimensionSet set) {
        for (int i = 0; i < set.size(); i++) {
            valueByDimension[set.dimensionId(i)] = set.valueId(i);
        }
    }

    private void clear(DimensionSet set) {
        for (int i = 0; i < set.size(); i++) {
            valueByDimension[set.dimensionId(i)] = 0;
        }
    }

    private boolean isNewer(DimensionSet set) {
        boolean newer = false;
        for (int i = 0; i < set.size(); i++) {
            newer |= set.dimensionId(i) >= valueByDimension.length || set.valueId(i) >= reference.valueIdLimit();
        }
        return newer;
    }

    private boolean isAdmitted() {
        boolean admitted = true;
        for (int i = 0; i < derivationOfTerm.length; i++) {
            admitted &= admittedByTerm[i].get(values[derivationOfTerm[i]]);
        }
        return admitted;
    }

    private int groupOfValues() {
        if (!isAdmitted()) {
            return GroupTable.EXCLUDED;
        }
        int group = 0;
        for (int i = 0; i < derivationOfAxis.length; i++) {
            int key = keyOfValueByAxis[i][values[derivationOfAxis[i]]];
            group = groupsByAxis[i].numberOf((long) group << Integer.SIZE | key);
        }
        return group;
    }

    private int codeOfVarying() {
        SortedSet<Integer> changes = new TreeSet<>();
        for (int i = 0; i < derivations.length; i++) {
            timelines[i] = derivations[i].timeline(valueByDimension);
            for (int j = 0; j < timelines[i].size(); j++) {
                changes.add(timelines[i].day(j));
            }
        }
        if (stretches.length < stretchesEnd + 1 + 2 * changes.size()) {
            stretches = Arrays.copyOf(stretches, 2 * (stretchesEnd + 1 + 2 * changes.size()));
        }
        int end = stretchesEnd + 1;
        for (int day : changes) {
            for (int i = 0; i < timelines.length; i++) {
                values[i] = timelines[i].at(day);
            }
            int group = groupOfValues();
            if (end == stretchesEnd + 1 || group != stretches[end - 1]) {
                stretches[end++] = day;
                stretches[end++] = group;
            }
        }
        return closed(end);
    }

    /** The code for the list that ends before {@code end}; one stretch alone is no list. */
    private int closed(int end) {
        int start = stretchesEnd;
        if (end == start + 3) {
            return stretches[start + 2];
        }
        stretches[start] = (end - start) / 2;
        stretchesEnd = end;
        return GroupTable.codeOfStretches(start);
    }

    private GroupTable snapshot() {
        int axes = groupsByAxis.length;
        int[][] keys = new int[axes == 0 ? 1 : groupsByAxis[axes - 1].size()][axes];
        for (int group = 0; group < keys.length; group++) {
            int number = group;
            for (int axis = axes - 1; axis >= 0; axis--) {
                long key = groupsByAxis[axis].key(number);
                keys[group][axis] = (int) key;
                number = (int) (key >>> Integer.SIZE);
            }
        }
        return new GroupTable(codeBySet, Arrays.copyOf(stretches, stretchesEnd), keys);
    }

    private int[] keyOfValue(Axis axis) {
        int[] keys = new int[reference.valueIdLimit()];
        reference.values(axis.dimension().id()).forEach(value -> keys[value.id()] = axis.key(value, reference));
        return keys;
    }

    private BitSet admitted(Term term) {
        return DimensionFilter.admitted(term, reference);
    }

    private static int indexIn(List<Integer> dimensions, int id) {
        if (!dimensions.contains(id)) {
            dimensions.add(id);
        }
        return dimensions.indexOf(id);
    }
}
