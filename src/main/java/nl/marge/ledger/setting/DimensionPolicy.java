package nl.marge.ledger.setting;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What accounts demand of a dimension (domain.md R14).
 *
 * @param value of FIXED: the one value; empty = the dimension must be absent
 * @param allowed of MANDATORY: the values that satisfy it; empty = any
 */
public record DimensionPolicy(
        String code,
        String dimension,
        Demand demand,
        AccountSelection accounts,
        Optional<String> value,
        ValueSelection allowed,
        Validity validity,
        long version) {

    public DimensionPolicy {
        requireNonNull(code, "code");
        requireNonNull(dimension, "dimension");
        requireNonNull(demand, "demand");
        requireNonNull(accounts, "accounts");
        requireNonNull(value, "value");
        requireNonNull(allowed, "allowed");
        requireNonNull(validity, "validity");
    }

    /** Whether it names a value of a dimension, or, asked without one, the dimension. */
    public boolean names(String namedDimension, Optional<String> namedValue) {
        return dimension.equals(namedDimension)
                && (namedValue.isEmpty() || value.equals(namedValue) || allowed.names(namedValue.get()));
    }

    /** Whether it names that account alone. */
    public boolean namesAccount(String account) {
        return accounts.texts().contains(account);
    }

    /** The same, of another version. */
    public DimensionPolicy withVersion(long other) {
        return new DimensionPolicy(code, dimension, demand, accounts, value, allowed, validity, other);
    }

    /** What is demanded. */
    public enum Demand {
        /** A value, on the line or by a membership on the line's membershipDate; one of the allowed, when any are. */
        MANDATORY,
        /** Exactly this value on the line; without one, none. */
        FIXED,
        /** No value on the line. */
        FORBIDDEN,
        /** Nothing: says that it was thought of. */
        OPTIONAL
    }
}
