package nl.marge.allocation.measure;

import static java.util.Objects.requireNonNull;

import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.ledger.setting.AccountSelection;

/** Which lines are the cost of a pool: those on these accounts that the filter lets through. */
public record PoolSource(String code, AccountSelection accounts, DimensionFilter filter) {
    public PoolSource {
        requireNonNull(code, "code");
        requireNonNull(accounts, "accounts");
        requireNonNull(filter, "filter");
    }
}
