package nl.marge.allocation.measure;

import static java.util.Objects.requireNonNull;

/**
 * Two pools, by their index from 0 in what was asked, the lower first, that claim the same cells: one of them, and how
 * many there are.
 */
public record PoolOverlap(int pool, int otherPool, SourceCell example, long cells) {
    public PoolOverlap {
        requireNonNull(example, "example");
    }

    PoolOverlap oneMore() {
        return new PoolOverlap(pool, otherPool, example, cells + 1);
    }
}
