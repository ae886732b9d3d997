package nl.marge.allocation.setting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Cost that is gathered to be allocated: the lines of some accounts that a filter lets through.
 *
 * @param accounts codes, {@code 47*} and {@code 4000..4999}; never empty
 * @param filter of dimension values, as reports have it; empty = every line
 * @param unit of the practical capacity, such as MINUTE; empty where the pool has none
 */
public record CostPool(
        String code, String name, List<String> accounts, String filter, Optional<String> unit, long version) {

    public CostPool {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        accounts = List.copyOf(accounts);
        requireNonNull(filter, "filter");
        requireNonNull(unit, "unit");
    }

    /** The same, of another version. */
    public CostPool withVersion(long other) {
        return new CostPool(code, name, accounts, filter, unit, other);
    }
}
