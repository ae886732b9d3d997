package nl.marge.ledger.source;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of a source, read but not yet checked: absent members are empty, {@code place} is where it stands
 * in the request, {@code code} is the body's, else the path's.
 */
record SourceCommand(Place place, String code, Optional<String> mode, Optional<String> lateLines) {
    SourceCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(mode, "mode");
        requireNonNull(lateLines, "lateLines");
    }

    /** The same, standing at {@code itemPlace}. */
    SourceCommand at(Place itemPlace) {
        return new SourceCommand(itemPlace, code, mode, lateLines);
    }
}
