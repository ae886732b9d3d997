package nl.marge.dimension.definition;

import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a dimension value. */
final class ValueReader {

    private Optional<String> code = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<String> parent = Optional.empty();
    private Optional<String> validFrom = Optional.empty();
    private Optional<String> validTo = Optional.empty();
    private boolean blocked;
    private Optional<String> purpose = Optional.empty();
    private Map<String, String> attributes = Map.of();

    ValueReader read(StrictJson json) {
        json.object(member -> {
            switch (member) {
                case "code" -> code = json.text();
                case "name" -> name = json.text();
                case "parent" -> parent = json.text();
                case "validFrom" -> validFrom = json.text();
                case "validTo" -> validTo = json.text();
                case "blocked" -> blocked = json.flagOr(false);
                case "purpose" -> purpose = json.text();
                case "attributes" -> attributes = json.stringMap();
                default ->
                    json.unknownMember(
                            "code", "name", "parent", "validFrom", "validTo", "blocked", "purpose", "attributes");
            }
        });
        return this;
    }

    /** The command; {@code codeInPath} stands for a code that is left out. */
    ValueCommand command(Place place, String codeInPath) {
        return new ValueCommand(
                place, code.orElse(codeInPath), name, parent, validFrom, validTo, blocked, purpose, attributes);
    }
}
