package nl.marge.allocation.pool;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of a cost pool, read but not yet checked: absent members are empty, {@code place} is where it
 * stands in the request, {@code code} is the body's, else the path's.
 */
public record PoolCommand(
        Place place, String code, Optional<String> name, List<String> accounts, String filter, Optional<String> unit) {
    public PoolCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        accounts = List.copyOf(accounts);
        requireNonNull(filter, "filter");
        requireNonNull(unit, "unit");
    }

    /** The same, standing at {@code itemPlace}. */
    PoolCommand at(Place itemPlace) {
        return new PoolCommand(itemPlace, code, name, accounts, filter, unit);
    }
}
