package nl.marge.dimension;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What changed in the dimensions of a company between two reference versions: all dimensions as they are now (empty =
 * none changed), the values that are new or changed, the ids of those removed, and the membership log since, in order.
 */
record DimensionDelta(
        Optional<List<Dimension>> dimensions,
        Collection<DimensionValue> values,
        List<Integer> removedValueIds,
        List<MembershipChange> memberships) {
    DimensionDelta {
        requireNonNull(dimensions, "dimensions");
        values = List.copyOf(values);
        removedValueIds = List.copyOf(removedValueIds);
        memberships = List.copyOf(memberships);
    }

    boolean isEmpty() {
        return dimensions.isEmpty() && values.isEmpty() && removedValueIds.isEmpty() && memberships.isEmpty();
    }
}
