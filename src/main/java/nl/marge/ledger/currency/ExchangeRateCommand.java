package nl.marge.ledger.currency;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of an exchange rate, read but not yet checked: absent members are empty, {@code place} is where it
 * stands in the request.
 */
public record ExchangeRateCommand(
        Place place,
        Optional<String> type,
        Optional<String> from,
        Optional<String> to,
        Optional<String> date,
        Optional<String> rate) {
    public ExchangeRateCommand {
        requireNonNull(place, "place");
        requireNonNull(type, "type");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(date, "date");
        requireNonNull(rate, "rate");
    }
}
