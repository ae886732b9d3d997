package nl.marge.allocation.pool;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** What a caller says of a pool's capacity, read but not yet checked: absent members are empty. */
public record CapacityCommand(Place place, Optional<String> period, Optional<String> practical) {
    public CapacityCommand {
        requireNonNull(place, "place");
        requireNonNull(period, "period");
        requireNonNull(practical, "practical");
    }

    /** The capacity that stands next. */
    static CapacityCommand read(StrictJson json) {
        Reader reader = new Reader();
        json.object(member -> {
            switch (member) {
                case "period" -> reader.period = json.text();
                case "practical" -> reader.practical = json.decimalText();
                default -> json.unknownMember("period", "practical");
            }
        });
        return new CapacityCommand(Place.REQUEST, reader.period, reader.practical);
    }

    /** The same, standing at {@code itemPlace}. */
    CapacityCommand at(Place itemPlace) {
        return new CapacityCommand(itemPlace, period, practical);
    }

    private static final class Reader {
        private Optional<String> period = Optional.empty();
        private Optional<String> practical = Optional.empty();
    }
}
