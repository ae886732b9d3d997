package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Place;

/** What a caller says of a dimension, read but not yet checked; {@code place} is where it stands in the request. */
public record DimensionCommand(Place place, String code, Optional<String> name, boolean blocked) {
    public DimensionCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(name, "name");
    }
}
