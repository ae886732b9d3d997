package nl.marge.dimension.membership;

import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a membership. */
final class MembershipReader {

    private String value = "";
    private Optional<String> memberOf = Optional.empty();
    private Optional<String> from = Optional.empty();

    MembershipReader read(StrictJson json) {
        json.object(member -> {
            switch (member) {
                case "value" -> value = json.textOr("");
                case "memberOf" -> memberOf = json.text();
                case "from" -> from = json.text();
                default -> json.unknownMember("value", "memberOf", "from");
            }
        });
        return this;
    }

    MembershipCommand command(Place place) {
        return new MembershipCommand(place, value, memberOf, from);
    }
}
