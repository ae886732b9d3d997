package nl.marge.ledger.reclassification.draft;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What is asked, in the house's own terms: criteria or named lines, and what is to become of their values. */
record Asked(Optional<Criteria> criteria, List<NamedLine> lines, Change change) {
    Asked {
        requireNonNull(criteria, "criteria");
        lines = List.copyOf(lines);
        requireNonNull(change, "change");
    }

    /** A line by the number of its entry and its own number in it. */
    record NamedLine(long number, int line) {}
}
