package nl.marge.dimension.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.KnownSets;
import nl.marge.dimension.Timeline;
import nl.marge.dimension.grouping.DimensionFilter.Term;

/** Finds the {@link Stretches} of sets, given in the order of their ids. */
final class StretchPlan {

    /** The first day of a group whose set never varies: no day Marge knows, and not the beginning of time either. */
    static final int ALWAYS = Integer.MAX_VALUE;

    private static final int START = 64;

    private final DimensionReference reference;
    private final List<Integer> dimensionIds = new ArrayList<>();
    private final Derivation[] derivations;
    private final List<Test> tests = new ArrayList<>();
    private final int filters;
    private final int[] valueByDimension;
    private final int[] values;
    private final Map<BitSet, Integer> admissions = new HashMap<>();

    private int[] codeBySet = new int[START];
    private int sets = 1;
    private int[] stretches = new int[START];
    private int stretchesEnd;
    private final int[][] setDayAdmission = new int[3][START];
    private int groups;

    StretchPlan(DimensionReference reference, List<DimensionFilter> filters) {
        this.reference = reference;
        this.filters = filters.size();
        reference.dimensions().stream()
                .map(Dimension::id)
                .filter(id -> reference.sourceOf(id) != 0)
                .forEach(dimensionIds::add);
        for (int filter = 0; filter < filters.size(); filter++) {
            for (Term term : filters.get(filter).terms()) {
                tests.add(new Test(filter, indexOf(term.dimension().id()), DimensionFilter.admitted(term, reference)));
            }
        }
        derivations = dimensionIds.stream()
                .map(id -> new Derivation(reference, id, OptionalInt.empty()))
                .toArray(Derivation[]::new);
        valueByDimension = new int[reference.dimensionIdLimit()];
        values = new int[derivations.length];
        codeBySet[0] = GroupTable.EXCLUDED;
    }

    /** One term of a filter: which values of a dimension it lets through. */
    private record Test(int filter, int dimension, BitSet admitted) {}

    private int indexOf(int dimensionId) {
        if (!dimensionIds.contains(dimensionId)) {
            dimensionIds.add(dimensionId);
        }
        return dimensionIds.indexOf(dimensionId);
    }

    /** Adds the set that follows. */
    void add(int setId, DimensionSet set) {
        codeBySet = withRoomFor(codeBySet, sets + 1);
        codeBySet[sets++] = isNewer(set) ? GroupTable.EXCLUDED : code(setId, set);
    }

    private boolean isNewer(DimensionSet set) {
        return IntStream.range(0, set.size())
                .anyMatch(i ->
                        set.dimensionId(i) >= valueByDimension.length || set.valueId(i) >= reference.valueIdLimit());
    }

    private int code(int setId, DimensionSet set) {
        for (int i = 0; i < set.size(); i++) {
            valueByDimension[set.dimensionId(i)] = set.valueId(i);
        }
        boolean varies = false;
        for (int i = 0; i < derivations.length; i++) {
            values[i] = derivations[i].value(valueByDimension);
            varies |= values[i] == Derivation.VARYING;
        }
        int code = varies ? codeOfVarying(setId) : group(setId, ALWAYS);
        for (int i = 0; i < set.size(); i++) {
            valueByDimension[set.dimensionId(i)] = 0;
        }
        return code;
    }

    private int codeOfVarying(int setId) {
        Timeline[] timelines = Arrays.stream(derivations)
                .map(derivation -> derivation.timeline(valueByDimension))
                .toArray(Timeline[]::new);
        SortedSet<Integer> changes = new TreeSet<>();
        for (Timeline timeline : timelines) {
            IntStream.range(0, timeline.size()).map(timeline::day).forEach(changes::add);
        }
        int start = stretchesEnd;
        stretches = withRoomFor(stretches, start + 1 + 2 * changes.size());
        stretches[stretchesEnd++] = changes.size();
        for (int day : changes) {
            for (int i = 0; i < timelines.length; i++) {
                values[i] = timelines[i].at(day);
            }
            stretches[stretchesEnd++] = day;
            stretches[stretchesEnd++] = group(setId, day);
        }
        return GroupTable.codeOfStretches(start);
    }

    /** A new group for the values at hand, if any filter admits them. */
    private int group(int setId, int firstDay) {
        BitSet admitted = new BitSet(filters);
        admitted.set(0, filters);
        for (Test test : tests) {
            if (!test.admitted().get(values[test.dimension()])) {
                admitted.clear(test.filter());
            }
        }
        if (admitted.isEmpty()) {
            return GroupTable.EXCLUDED;
        }
        int[] row = {setId, firstDay, admissions.computeIfAbsent(admitted, none -> admissions.size())};
        for (int i = 0; i < row.length; i++) {
            setDayAdmission[i] = withRoomFor(setDayAdmission[i], groups + 1);
            setDayAdmission[i][groups] = row[i];
        }
        return groups++;
    }

    private static int[] withRoomFor(int[] array, int length) {
        return length <= array.length ? array : Arrays.copyOf(array, 2 * length);
    }

    Stretches stretches(KnownSets known) {
        BitSet[] inOrder = new BitSet[admissions.size()];
        admissions.forEach((admitted, index) -> inOrder[index] = admitted);
        GroupTable table = new GroupTable(
                Arrays.copyOf(codeBySet, sets), Arrays.copyOf(stretches, stretchesEnd), new int[groups][]);
        return new Stretches(table, known, setDayAdmission, List.of(inOrder));
    }
}
