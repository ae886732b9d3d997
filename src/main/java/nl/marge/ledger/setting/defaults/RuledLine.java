package nl.marge.ledger.setting.defaults;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A line as default rules see it: its account, its dates, and the values that its sender gave it on the line or in the
 * header, by dimension id, 0 where there is none. What rules fill they do not see, so their order cannot matter.
 */
public record RuledLine(
        String account, String accountType, LocalDate postingDate, LocalDate membershipDate, int[] givenByDimension) {
    public RuledLine {
        requireNonNull(account, "account");
        requireNonNull(accountType, "accountType");
        requireNonNull(postingDate, "postingDate");
        requireNonNull(membershipDate, "membershipDate");
        requireNonNull(givenByDimension, "givenByDimension");
    }

    /** The value given of a dimension, or 0. */
    int given(int dimensionId) {
        return givenByDimension[dimensionId];
    }
}
