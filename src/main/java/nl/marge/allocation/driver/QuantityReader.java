package nl.marge.allocation.driver;

import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a quantity in JSON. */
final class QuantityReader {

    private Optional<String> period = Optional.empty();
    private Map<String, String> receiver = Map.of();
    private Optional<String> quantity = Optional.empty();
    private Optional<String> unit = Optional.empty();

    QuantityReader read(StrictJson json) {
        json.object(member -> {
            switch (member) {
                case "period" -> period = json.text();
                case "receiver" -> receiver = json.stringMap();
                case "quantity" -> quantity = json.decimalText();
                case "unit" -> unit = json.text();
                default -> json.unknownMember("period", "receiver", "quantity", "unit");
            }
        });
        return this;
    }

    QuantityCommand command(Place place) {
        return new QuantityCommand(place, period, receiver, quantity, unit);
    }
}
