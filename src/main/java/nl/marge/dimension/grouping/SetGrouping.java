package nl.marge.dimension.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.KnownSets;
import nl.marge.dimension.Timeline;
import nl.marge.dimension.grouping.DimensionFilter.Term;
import nl.marge.dimension.grouping.GroupBy.Axis;
import nl.marge.dimension.grouping.GroupTable.Stretches;

/**
 * Places dimension sets in groups by what was asked. Per set it asks each dimension concerned for its value in time; a
 * set whose values never change is placed once, another one at each day something changes. It grows with the sets of
 * the company and may be shared by threads.
 */
public final class SetGrouping {

    private static final int ANY_DAY = 0;

    private final DimensionReference reference;
    private final OptionalInt fixedDay;
    private final Derivation[] derivations;
    private final int[] derivationOfAxis;
    private final int[][] keyOfValueByAxis;
    private final int[] derivationOfTerm;
    private final BitSet[] admittedByTerm;
    private final LongKeys[] groupsByAxis;

    private final int[] valueByDimension;
    private final Timeline[] timelines;
    private final List<Stretches> varying = new ArrayList<>();
    private int[] codeBySet = {GroupTable.EXCLUDED};
    private GroupTable table;

    /** A grouping by {@code by} of what {@code filter} lets through. */
    public SetGrouping(DimensionReference reference, GroupBy by, DimensionFilter filter, MembershipMode mode) {
        this.reference = reference;
        this.fixedDay = mode.fixedDay();
        List<Integer> dimensions = new ArrayList<>();
        derivationOfAxis = by.axes().stream()
                .mapToInt(axis -> indexIn(dimensions, axis.dimension().id()))
                .toArray();
        derivationOfTerm = filter.terms().stream()
                .mapToInt(term -> indexIn(dimensions, term.dimension().id()))
                .toArray();
        derivations =
                dimensions.stream().map(id -> new Derivation(reference, id)).toArray(Derivation[]::new);
        keyOfValueByAxis = by.axes().stream().map(this::keyOfValue).toArray(int[][]::new);
        admittedByTerm = filter.terms().stream().map(this::admitted).toArray(BitSet[]::new);
        groupsByAxis = by.axes().stream().map(axis -> new LongKeys()).toArray(LongKeys[]::new);
        valueByDimension = new int[reference.dimensionIdLimit()];
        timelines = new Timeline[derivations.length];
        table = snapshot();
    }

    /**
     * The table over at least the sets with ids up to {@code through}, which must be known and made of values that this
     * grouping's picture of the dimensions shows.
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

    private int code(DimensionSet set) {
        for (int i = 0; i < set.size(); i++) {
            valueByDimension[set.dimensionId(i)] = set.valueId(i);
        }
        boolean constant = true;
        for (int i = 0; i < derivations.length; i++) {
            timelines[i] = derivations[i].timeline(valueByDimension);
            constant &= fixedDay.isPresent() || timelines[i].isConstant();
        }
        for (int i = 0; i < set.size(); i++) {
            valueByDimension[set.dimensionId(i)] = 0;
        }
        return constant ? groupOn(fixedDay.orElse(ANY_DAY)) : varyingCode();
    }

    private int groupOn(int day) {
        for (int i = 0; i < derivationOfTerm.length; i++) {
            if (!admittedByTerm[i].get(timelines[derivationOfTerm[i]].at(day))) {
                return GroupTable.EXCLUDED;
            }
        }
        int group = 0;
        for (int i = 0; i < derivationOfAxis.length; i++) {
            int key = keyOfValueByAxis[i][timelines[derivationOfAxis[i]].at(day)];
            group = groupsByAxis[i].numberOf((long) group << Integer.SIZE | key);
        }
        return group;
    }

    private int varyingCode() {
        int[] days = Arrays.stream(timelines)
                .flatMapToInt(timeline -> IntStream.range(0, timeline.size()).map(timeline::day))
                .sorted()
                .distinct()
                .toArray();
        int[] groups = new int[days.length];
        int size = 0;
        for (int day : days) {
            int group = groupOn(day);
            if (size == 0 || group != groups[size - 1]) {
                days[size] = day;
                groups[size++] = group;
            }
        }
        if (size == 1) {
            return groups[0];
        }
        varying.add(new Stretches(Arrays.copyOf(days, size), Arrays.copyOf(groups, size)));
        return GroupTable.codeOfVarying(varying.size() - 1);
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
        return new GroupTable(codeBySet, varying.toArray(Stretches[]::new), keys);
    }

    private int[] keyOfValue(Axis axis) {
        int[] keys = new int[reference.valueIdLimit()];
        reference
                .values(axis.dimension().id())
                .forEach(value -> keys[value.id()] =
                        axis.level() == 0 ? value.id() : reference.ancestor(value.id(), axis.level()));
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
