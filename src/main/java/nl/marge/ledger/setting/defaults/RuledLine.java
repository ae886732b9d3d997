package nl.marge.ledger.setting.defaults;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A line as default rules see it: its account, its dates, the values that its sender gave it on the line or in the
 * header, by dimension id, 0 where there is none, and what the lines of its entry say between them. What rules fill
 * they do not see, so their order cannot matter.
 */
public record RuledLine(
        String account,
        String accountType,
        LocalDate postingDate,
        LocalDate membershipDate,
        int[] givenByDimension,
        EntryValues entry) {
    public RuledLine {
        requireNonNull(account, "account");
        requireNonNull(accountType, "accountType");
        requireNonNull(postingDate, "postingDate");
        requireNonNull(membershipDate, "membershipDate");
        requireNonNull(givenByDimension, "givenByDimension");
        requireNonNull(entry, "entry");
    }

    /** A line of which the rest of the entry is not known. */
    public RuledLine(String account, String accountType, LocalDate postingDate, LocalDate membershipDate, int[] given) {
        this(account, accountType, postingDate, membershipDate, given, new EntryValues());
    }

    /** The value given of a dimension, or 0. */
    int given(int dimensionId) {
        return givenByDimension[dimensionId];
    }
}
