package nl.marge.ledger.defaulting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.kernel.Place;

/**
 * What a caller says of a default rule, read but not yet checked: absent members are empty, {@code place} is where it
 * stands in the request, {@code code} is the body's, else the path's; each condition is its members.
 */
public record DefaultRuleCommand(
        Place place,
        String code,
        Optional<String> dimension,
        Optional<String> value,
        OptionalInt priority,
        Optional<String> source,
        Optional<String> record,
        List<Map<String, String>> conditions,
        Optional<String> validFrom,
        Optional<String> validTo) {
    public DefaultRuleCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(dimension, "dimension");
        requireNonNull(value, "value");
        requireNonNull(priority, "priority");
        requireNonNull(source, "source");
        requireNonNull(record, "record");
        requireNonNull(conditions, "conditions");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
    }

    /** The same, standing at {@code itemPlace}. */
    DefaultRuleCommand at(Place itemPlace) {
        return new DefaultRuleCommand(
                itemPlace, code, dimension, value, priority, source, record, conditions, validFrom, validTo);
    }
}
