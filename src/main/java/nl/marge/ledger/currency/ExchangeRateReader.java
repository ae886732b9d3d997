package nl.marge.ledger.currency;

import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of an exchange rate. */
final class ExchangeRateReader {

    private Optional<String> type = Optional.empty();
    private Optional<String> from = Optional.empty();
    private Optional<String> to = Optional.empty();
    private Optional<String> date = Optional.empty();
    private Optional<String> rate = Optional.empty();

    ExchangeRateReader read(StrictJson json) {
        json.object(member -> {
            switch (member) {
                case "type" -> type = json.text();
                case "from" -> from = json.text();
                case "to" -> to = json.text();
                case "date" -> date = json.text();
                case "rate" -> rate = json.decimalText();
                default -> json.unknownMember("type", "from", "to", "date", "rate");
            }
        });
        return this;
    }

    ExchangeRateCommand command(Place place) {
        return new ExchangeRateCommand(place, type, from, to, date, rate);
    }
}
