package nl.marge.ledger.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a combination rule. */
final class CombinationReader {

    private String code;
    private Optional<String> kind = Optional.empty();
    private final List<String> dimensions = new ArrayList<>();
    private final List<Map<String, String>> combinations = new ArrayList<>();
    private Optional<String> validFrom = Optional.empty();
    private Optional<String> validTo = Optional.empty();

    private CombinationReader(String pathCode) {
        code = pathCode;
    }

    /** The rule that stands next; {@code pathCode} is its code unless the body says one. */
    static CombinationCommand read(StrictJson json, String pathCode) {
        CombinationReader reader = new CombinationReader(pathCode);
        json.object(member -> reader.readMember(member, json));
        return reader.command();
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "code" -> code = json.textOr(code);
            case "kind" -> kind = json.text();
            case "dimensions" -> json.array(() -> json.text().ifPresent(dimensions::add));
            case "combinations" -> json.array(() -> combinations.add(json.stringMap()));
            case "validFrom" -> validFrom = json.text();
            case "validTo" -> validTo = json.text();
            default -> json.unknownMember("code", "kind", "dimensions", "combinations", "validFrom", "validTo");
        }
    }

    private CombinationCommand command() {
        return new CombinationCommand(Place.REQUEST, code, kind, dimensions, combinations, validFrom, validTo);
    }
}
