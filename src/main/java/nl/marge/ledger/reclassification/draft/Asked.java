package nl.marge.ledger.reclassification.draft;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked, in the house's own terms: criteria or named lines, and the value id each dimension is to have, 0 for
 * none.
 */
record Asked(Optional<Criteria> criteria, List<NamedLine> lines, Map<Integer, Integer> valueByDimension) {
    Asked {
        requireNonNull(criteria, "criteria");
        lines = List.copyOf(lines);
        valueByDimension = Map.copyOf(valueByDimension);
    }

    /** A line by the number of its entry and its own number in it. */
    record NamedLine(long number, int line) {}
}
