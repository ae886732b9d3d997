package nl.marge.allocation.lever;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** What a caller says of a what-if to be kept, read but not yet checked. */
record WhatIfCommand(
        String code,
        Optional<String> name,
        Optional<String> from,
        Optional<String> to,
        Optional<String> by,
        List<LeverCommand> levers) {

    WhatIfCommand {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(by, "by");
        levers = List.copyOf(levers);
    }

    /** The what-if that stands next; {@code pathCode} is its code unless the body says one. */
    static WhatIfCommand read(StrictJson json, String pathCode) {
        Reader reader = new Reader(pathCode);
        json.object(member -> reader.readMember(member, json));
        return new WhatIfCommand(reader.code, reader.name, reader.from, reader.to, reader.by, reader.levers);
    }

    private static final class Reader {
        private String code;
        private Optional<String> name = Optional.empty();
        private Optional<String> from = Optional.empty();
        private Optional<String> to = Optional.empty();
        private Optional<String> by = Optional.empty();
        private final List<LeverCommand> levers = new ArrayList<>();

        Reader(String pathCode) {
            code = pathCode;
        }

        void readMember(String member, StrictJson json) {
            switch (member) {
                case "code" -> code = json.textOr(code);
                case "name" -> name = json.text();
                case "from" -> from = json.text();
                case "to" -> to = json.text();
                case "by" -> by = json.text();
                case "levers" ->
                    json.array(() -> levers.add(LeverCommand.read(json, Place.at("/levers/" + levers.size()))));
                default -> json.unknownMember("code", "name", "from", "to", "by", "levers");
            }
        }
    }
}
