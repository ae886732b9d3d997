package nl.marge.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Place;
import nl.marge.ledger.Account;

/**
 * A line as policies and combinations see it.
 *
 * @param pointer where it stands in the request
 * @param name what a message calls it: {@code line 3}
 * @param account empty when it is not known; then no policy concerns it
 * @param unreadable ids of dimensions whose value could not be read: that they lack is no fault of its own
 * @param ruleByDimension of dimensions whose value a default rule gives: the code of that rule, by dimension id
 */
public record CheckedLine(
        String pointer,
        String name,
        Optional<Account> account,
        DimensionSet dimensions,
        BitSet unreadable,
        LocalDate membershipDate,
        Map<Integer, String> ruleByDimension) {

    public CheckedLine {
        requireNonNull(pointer, "pointer");
        requireNonNull(name, "name");
        requireNonNull(account, "account");
        requireNonNull(dimensions, "dimensions");
        requireNonNull(unreadable, "unreadable");
        requireNonNull(membershipDate, "membershipDate");
        requireNonNull(ruleByDimension, "ruleByDimension");
    }

    /** The same line with other dimensions. */
    CheckedLine with(DimensionSet others) {
        return new CheckedLine(pointer, name, account, others, unreadable, membershipDate, ruleByDimension);
    }

    /** The default rule that gives the value of a dimension, if one does. */
    Optional<String> rule(int dimensionId) {
        return Optional.ofNullable(ruleByDimension.get(dimensionId));
    }

    String pointerTo(String dimension) {
        return pointer + "/dimensions/" + Place.token(dimension);
    }
}
