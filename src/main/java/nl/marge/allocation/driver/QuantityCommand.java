package nl.marge.allocation.driver;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of a quantity, read but not yet checked: absent members are empty, {@code receiver} has a code by
 * dimension, or one of a pool.
 */
public record QuantityCommand(
        Place place,
        Optional<String> period,
        Map<String, String> receiver,
        Optional<String> quantity,
        Optional<String> unit) {
    public QuantityCommand {
        requireNonNull(place, "place");
        requireNonNull(period, "period");
        receiver = Map.copyOf(receiver);
        requireNonNull(quantity, "quantity");
        requireNonNull(unit, "unit");
    }
}
