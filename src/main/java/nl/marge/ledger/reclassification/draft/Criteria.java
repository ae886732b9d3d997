package nl.marge.ledger.reclassification.draft;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.grouping.DimensionFilter;

/** Which lines are meant, when not named one by one: those a report with the same words would show. */
record Criteria(
        LocalDate first, LocalDate last, Optional<Set<Integer>> accounts, DimensionFilter filter, String scenario) {
    Criteria {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(accounts, "accounts");
        requireNonNull(filter, "filter");
        requireNonNull(scenario, "scenario");
    }
}
