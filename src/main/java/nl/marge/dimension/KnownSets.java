package nl.marge.dimension;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sets of one company in memory: by id and by content. It only grows; readers see every set whose id they got from
 * a committed line.
 */
public final class KnownSets {

    private final Map<DimensionSet, Integer> idBySet = new ConcurrentHashMap<>();
    private volatile DimensionSet[] setById = {null};

    /** How many sets there are; ids run from 1 to this. */
    public int size() {
        return setById.length - 1;
    }

    /** The set of that id, which must be known. */
    public DimensionSet set(int id) {
        return setById[id];
    }

    /** The id of a set, or 0 when it is not known. */
    public int idOf(DimensionSet set) {
        return idBySet.getOrDefault(set, 0);
    }

    /** Every value that a set holds; a value that has lines is among them. */
    public BitSet values() {
        BitSet values = new BitSet();
        DimensionSet[] sets = setById;
        for (int id = 1; id < sets.length; id++) {
            for (int i = 0; i < sets[id].size(); i++) {
                values.set(sets[id].valueId(i));
            }
        }
        return values;
    }

    /** Those of {@code sets} that have no id yet, each once. */
    List<DimensionSet> missing(Collection<DimensionSet> sets) {
        LinkedHashSet<DimensionSet> missing = new LinkedHashSet<>();
        for (DimensionSet set : sets) {
            if (!idBySet.containsKey(set)) {
                missing.add(set);
            }
        }
        return List.copyOf(missing);
    }

    /** Adds the sets that follow the last known id. */
    void append(List<DimensionSet> tail) {
        if (tail.isEmpty()) {
            return;
        }
        int first = setById.length;
        DimensionSet[] grown = Arrays.copyOf(setById, first + tail.size());
        for (int i = 0; i < tail.size(); i++) {
            grown[first + i] = tail.get(i);
        }
        setById = grown;
        for (int i = 0; i < tail.size(); i++) {
            idBySet.put(tail.get(i), first + i);
        }
    }
}
