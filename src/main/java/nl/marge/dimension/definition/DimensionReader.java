package nl.marge.dimension.definition;

import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a dimension. */
final class DimensionReader {

    private Optional<String> code = Optional.empty();
    private Optional<String> name = Optional.empty();
    private boolean blocked;

    DimensionReader read(StrictJson json) {
        json.object(member -> {
            switch (member) {
                case "code" -> code = json.text();
                case "name" -> name = json.text();
                case "blocked" -> blocked = json.flagOr(false);
                default -> json.unknownMember("code", "name", "blocked");
            }
        });
        return this;
    }

    /** The command; {@code codeInPath} stands for a code that is left out. */
    DimensionCommand command(Place place, String codeInPath) {
        return new DimensionCommand(place, code.orElse(codeInPath), name, blocked);
    }
}
