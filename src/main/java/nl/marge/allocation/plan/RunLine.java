package nl.marge.allocation.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import nl.marge.dimension.DimensionSet;

/**
 * A line that a run posts: minor units, debit +; {@code rule} is the code of the rule that moves it. It {@code arrives}
 * at a receiver, or leaves a source.
 */
public record RunLine(
        int accountId, DimensionSet dimensions, LocalDate membershipDate, long amount, String rule, boolean arrives) {
    public RunLine {
        requireNonNull(dimensions, "dimensions");
        requireNonNull(membershipDate, "membershipDate");
        requireNonNull(rule, "rule");
    }
}
