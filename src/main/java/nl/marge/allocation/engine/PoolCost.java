package nl.marge.allocation.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A pool and the cost of its own. */
public record PoolCost(String code, List<Parcel> parcels) {
    public PoolCost {
        requireNonNull(code, "code");
        parcels = List.copyOf(parcels);
    }
}
