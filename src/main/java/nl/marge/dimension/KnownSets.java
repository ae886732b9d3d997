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
    private volatile DimensionSet[] setById = new DimensionSet[16];

    /** Written after the sets it counts, so who reads it sees them. */
    private volatile int size;

    /** How many sets there are; ids run from 1 to this. */
    public int size() {
        return size;
    }

    /** The set of that id, which must be known. */
    public DimensionSet set(int id) {
        if (id < 1 || id > size) {
            throw new IllegalArgumentException("no dimension set " + id + " is known, only 1 to " + size);
        }
        return setById[id];
    }

    /** The id of a set, or 0 when it is not known. */
    public int idOf(DimensionSet set) {
        return idBySet.getOrDefault(set, 0);
    }

    /** Every value that a set holds; a value that has lines is among them. */
    public BitSet values() {
        BitSet values = new BitSet();
        int last = size;
        for (int id = 1; id <= last; id++) {
            DimensionSet set = setById[id];
            for (int i = 0; i < set.size(); i++) {
                values.set(set.valueId(i));
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

    /**
     * Adds the sets of ids from {@code firstId} on; what is known already is left as it is.
     *
     * @throws IllegalStateException if sets before {@code firstId} are not known: a set is only stored by one who has
     *     seen all before it
     */
    synchronized void append(int firstId, List<DimensionSet> sets) {
        int next = size + 1;
        if (firstId > next) {
            throw new IllegalStateException("sets from " + firstId + " on, but known only below " + next);
        }
        List<DimensionSet> tail = sets.subList(Math.min(next - firstId, sets.size()), sets.size());
        int needed = next + tail.size();
        if (needed > setById.length) {
            setById = Arrays.copyOf(setById, Math.max(needed, setById.length + setById.length / 2));
        }
        for (DimensionSet set : tail) {
            setById[next] = set;
            idBySet.put(set, next++);
        }
        size = next - 1;
    }
}
