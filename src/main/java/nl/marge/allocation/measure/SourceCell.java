package nl.marge.allocation.measure;

import static java.util.Objects.requireNonNull;

import nl.marge.dimension.DimensionSet;

/** Cost of a pool: minor units (debit +) on an account, a dimension set and, as an epoch day, a membership date. */
public record SourceCell(int accountId, DimensionSet dimensions, int membershipDay, long amount) {
    public SourceCell {
        requireNonNull(dimensions, "dimensions");
    }
}
