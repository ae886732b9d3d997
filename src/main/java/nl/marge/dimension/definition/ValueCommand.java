package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of a dimension value, read but not yet checked: absent members are empty, {@code place} is where
 * it stands in the request.
 */
public record ValueCommand(
        Place place,
        String code,
        Optional<String> name,
        Optional<String> parent,
        Optional<String> validFrom,
        Optional<String> validTo,
        boolean blocked,
        Optional<String> purpose,
        Map<String, String> attributes) {
    public ValueCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(parent, "parent");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(purpose, "purpose");
        attributes = Map.copyOf(attributes);
    }
}
