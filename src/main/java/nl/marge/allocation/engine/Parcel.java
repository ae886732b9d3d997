package nl.marge.allocation.engine;

import static java.util.Objects.requireNonNull;

import nl.marge.dimension.DimensionSet;

/** Cost that waits in a pool: minor units (debit +) on an account, with the dimensions it has. */
public record Parcel(int accountId, DimensionSet dimensions, long amount) {
    public Parcel {
        requireNonNull(dimensions, "dimensions");
    }
}
