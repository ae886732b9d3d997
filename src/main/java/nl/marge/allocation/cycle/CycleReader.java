package nl.marge.allocation.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of an allocation cycle. */
final class CycleReader {

    private String code;
    private Optional<String> name = Optional.empty();
    private final List<CycleCommand.Version> versions = new ArrayList<>();

    private CycleReader(String pathCode) {
        code = pathCode;
    }

    /** The cycle that stands next; {@code pathCode} is its code unless the body says one. */
    static CycleCommand read(StrictJson json, String pathCode) {
        CycleReader reader = new CycleReader(pathCode);
        json.object(member -> {
            switch (member) {
                case "code" -> reader.code = json.textOr(reader.code);
                case "name" -> reader.name = json.text();
                case "versions" -> json.array(() -> reader.versions.add(new VersionReader().read(json)));
                default -> json.unknownMember("code", "name", "versions");
            }
        });
        return new CycleCommand(reader.code, reader.name, reader.versions);
    }

    private static final class VersionReader {
        private Optional<String> from = Optional.empty();
        private final List<RuleCommand> rules = new ArrayList<>();

        private CycleCommand.Version read(StrictJson json) {
            Place place = Place.at(json.pointer());
            json.object(member -> {
                switch (member) {
                    case "from" -> from = json.text();
                    case "rules" -> json.array(() -> rules.add(new RuleReader().read(json)));
                    default -> json.unknownMember("from", "rules");
                }
            });
            return new CycleCommand.Version(place, from, rules);
        }
    }
}
