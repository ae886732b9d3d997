package nl.marge.allocation.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where the cost of one rule went, as columns: portion {@code i} of {@code amounts[i]} minor units (none of them zero)
 * went to {@code receivers[i]} by stream {@code streams[i]}, and carries the account and kept dimensions of {@code
 * origins.get(originIndexes[i])}. A receiver is one of the input, a pool ({@link Stream#pool}), or {@link #UNUSED} or
 * {@link #OVER_DRIVEN}, whose stream is -1. The columns are shared and not to be written to.
 */
public record Portions(int[] streams, int[] receivers, int[] originIndexes, long[] amounts, List<Parcel> origins) {

    /** Capacity that was paid for and not used. */
    public static final int UNUSED = Integer.MAX_VALUE;

    /** What was charged beyond the pool's cost, negative. */
    public static final int OVER_DRIVEN = Integer.MAX_VALUE - 1;

    public Portions {
        requireNonNull(streams, "streams");
        requireNonNull(receivers, "receivers");
        requireNonNull(originIndexes, "originIndexes");
        requireNonNull(amounts, "amounts");
        origins = List.copyOf(origins);
    }

    /** How many there are. */
    public int size() {
        return amounts.length;
    }
}
