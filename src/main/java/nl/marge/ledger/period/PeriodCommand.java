package nl.marge.ledger.period;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of a period, read but not yet checked: {@code period} is the body's, else the path's;
 * {@code scenario} is the body's, else the query's; {@code place} is where it stands in the request.
 */
record PeriodCommand(Place place, String scenario, String period, Optional<String> status) {
    PeriodCommand {
        requireNonNull(place, "place");
        requireNonNull(scenario, "scenario");
        requireNonNull(period, "period");
        requireNonNull(status, "status");
    }

    /** The same, standing at {@code itemPlace}. */
    PeriodCommand at(Place itemPlace) {
        return new PeriodCommand(itemPlace, scenario, period, status);
    }
}
