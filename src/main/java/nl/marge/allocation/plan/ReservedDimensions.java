package nl.marge.allocation.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;

/**
 * The dimensions in which unused and over-driven capacity need a value: those that receive, and all that memberships
 * derive from them, so that a P&amp;L by segment shows the capacity that no customer used.
 */
public final class ReservedDimensions {

    private ReservedDimensions() {}

    /** Their ids, given the codes of those that receive. */
    public static SortedSet<Integer> of(DimensionReference reference, List<String> receiving) {
        Set<Integer> start = new HashSet<>();
        receiving.forEach(code -> start.add(reference.requireDimension(code).id()));
        SortedSet<Integer> all = new TreeSet<>();
        for (Dimension dimension : reference.dimensions()) {
            int id = dimension.id();
            while (id != 0 && !start.contains(id)) {
                id = reference.sourceOf(id);
            }
            if (id != 0) {
                all.add(dimension.id());
            }
        }
        return all;
    }
}
