package nl.marge.allocation.measure;

import java.util.List;

/**
 * The source cells of several pools, in the order asked for: each pool's by account id, content of the dimension set
 * and membership day, so always the same for the same ledger. A cell that two pools claim is in both, and told in
 * {@code overlaps}, by pools in order.
 */
public record SourceCells(List<List<SourceCell>> byPool, List<PoolOverlap> overlaps) {
    public SourceCells {
        byPool = byPool.stream().map(List::copyOf).toList();
        overlaps = List.copyOf(overlaps);
    }
}
