package nl.marge.allocation.measure;

import static java.util.Objects.requireNonNull;

import nl.marge.dimension.DimensionSet;

/**
 * The lines of a period on one account and dimension set that lead to the same values through memberships, as one
 * amount in minor units, debit +, never 0. A line of the opposite amount on the same account and set, with {@code
 * membershipDay} (epoch day) as its membership date, takes them out of every report: it is the first day of the stretch
 * in which the set leads to these values, or the period's last day where they never change.
 */
public record SourceCell(int accountId, DimensionSet set, int membershipDay, long amount) {
    public SourceCell {
        requireNonNull(set, "set");
    }
}
