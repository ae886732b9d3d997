package nl.marge.ledger.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of a combination rule, read but not yet checked: absent members are empty, {@code place} is where
 * it stands in the request, {@code code} is the body's, else the path's.
 */
public record CombinationCommand(
        Place place,
        String code,
        Optional<String> kind,
        List<String> dimensions,
        List<Map<String, String>> combinations,
        Optional<String> validFrom,
        Optional<String> validTo) {
    public CombinationCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(kind, "kind");
        dimensions = List.copyOf(dimensions);
        combinations = List.copyOf(combinations);
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
    }

    /** The same, standing at {@code itemPlace}. */
    CombinationCommand at(Place itemPlace) {
        return new CombinationCommand(itemPlace, code, kind, dimensions, combinations, validFrom, validTo);
    }
}
