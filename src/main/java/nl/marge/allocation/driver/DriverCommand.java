package nl.marge.allocation.driver;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of a driver, read but not yet checked: absent members are empty, {@code place} is where it stands
 * in the request, {@code code} is the body's, else the path's.
 */
public record DriverCommand(
        Place place,
        String code,
        Optional<String> name,
        Optional<String> unit,
        Optional<String> source,
        Optional<String> measure,
        List<String> accounts,
        String filter,
        List<String> receivers,
        Optional<String> negative) {
    public DriverCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(source, "source");
        requireNonNull(measure, "measure");
        accounts = List.copyOf(accounts);
        requireNonNull(filter, "filter");
        receivers = List.copyOf(receivers);
        requireNonNull(negative, "negative");
    }

    /** The same, standing at {@code itemPlace}. */
    DriverCommand at(Place itemPlace) {
        return new DriverCommand(itemPlace, code, name, unit, source, measure, accounts, filter, receivers, negative);
    }

    /** Where quantities come from. */
    enum Source {
        /** Whoever measures them sends them. */
        UPLOADED,
        /** The ledger counts them. */
        LEDGER
    }
}
