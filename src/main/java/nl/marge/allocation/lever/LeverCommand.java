package nl.marge.allocation.lever;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** What a caller says of a lever, read but not yet checked; {@code place} is where it stands. */
public record LeverCommand(
        Place place,
        Optional<String> lever,
        String filter,
        Optional<String> driver,
        Optional<String> changePercent,
        Optional<String> changeBy,
        Optional<String> to,
        Optional<String> volumePercent) {

    public LeverCommand {
        requireNonNull(place, "place");
        requireNonNull(lever, "lever");
        requireNonNull(filter, "filter");
        requireNonNull(driver, "driver");
        requireNonNull(changePercent, "changePercent");
        requireNonNull(changeBy, "changeBy");
        requireNonNull(to, "to");
        requireNonNull(volumePercent, "volumePercent");
    }

    /** The lever that stands next. */
    public static LeverCommand read(StrictJson json, Place place) {
        Reader reader = new Reader();
        json.object(member -> reader.readMember(member, json));
        return new LeverCommand(
                place,
                reader.lever,
                reader.filter,
                reader.driver,
                reader.changePercent,
                reader.changeBy,
                reader.to,
                reader.volumePercent);
    }

    private static final class Reader {
        private Optional<String> lever = Optional.empty();
        private String filter = "";
        private Optional<String> driver = Optional.empty();
        private Optional<String> changePercent = Optional.empty();
        private Optional<String> changeBy = Optional.empty();
        private Optional<String> to = Optional.empty();
        private Optional<String> volumePercent = Optional.empty();

        void readMember(String member, StrictJson json) {
            switch (member) {
                case "lever" -> lever = json.text();
                case "filter" -> filter = json.textOr("");
                case "driver" -> driver = json.text();
                case "changePercent" -> changePercent = json.decimalText();
                case "changeBy" -> changeBy = json.decimalText();
                case "to" -> to = json.decimalText();
                case "volumePercent" -> volumePercent = json.decimalText();
                default ->
                    json.unknownMember("lever", "filter", "driver", "changePercent", "changeBy", "to", "volumePercent");
            }
        }
    }
}
