package nl.marge.ledger.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of a dimension policy, read but not yet checked: absent members are empty, {@code place} is where
 * it stands in the request, {@code code} is the body's, else the path's.
 */
public record PolicyCommand(
        Place place,
        String code,
        Optional<String> dimension,
        Optional<String> demand,
        List<String> accounts,
        List<String> accountTypes,
        Optional<String> value,
        List<String> allowed,
        Optional<String> validFrom,
        Optional<String> validTo) {
    public PolicyCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(dimension, "dimension");
        requireNonNull(demand, "demand");
        accounts = List.copyOf(accounts);
        accountTypes = List.copyOf(accountTypes);
        requireNonNull(value, "value");
        allowed = List.copyOf(allowed);
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
    }

    /** The same, standing at {@code itemPlace}. */
    PolicyCommand at(Place itemPlace) {
        return new PolicyCommand(
                itemPlace, code, dimension, demand, accounts, accountTypes, value, allowed, validFrom, validTo);
    }
}
