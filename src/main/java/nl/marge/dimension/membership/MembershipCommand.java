package nl.marge.dimension.membership;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of a membership, read but not yet checked: {@code memberOf} empty ends it, {@code from} empty
 * means for ever before; {@code place} is where it stands in the request.
 */
public record MembershipCommand(Place place, String value, Optional<String> memberOf, Optional<String> from) {
    public MembershipCommand {
        requireNonNull(place, "place");
        requireNonNull(value, "value");
        requireNonNull(memberOf, "memberOf");
        requireNonNull(from, "from");
    }
}
