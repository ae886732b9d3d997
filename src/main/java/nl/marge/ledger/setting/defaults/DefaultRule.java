package nl.marge.ledger.setting.defaults;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A default rule as it was said with {@code version}: on lines with its source, when all its conditions are met and the
 * posting date lies in its validity (inclusive, {@link LocalDate#MIN} and {@link LocalDate#MAX} where open), it gives
 * {@code value} to {@code dimension} where that is blank. Lower priority numbers go first, 1 is the highest. A rule
 * without a value contributes nothing (domain.md R9), unless its source is the entry, whose own value it hands on.
 */
public record DefaultRule(
        String code,
        String dimension,
        Optional<String> value,
        int priority,
        RuleSource source,
        List<RuleCondition> conditions,
        LocalDate validFrom,
        LocalDate validTo,
        long version) {
    public DefaultRule {
        requireNonNull(code, "code");
        requireNonNull(dimension, "dimension");
        requireNonNull(value, "value");
        requireNonNull(source, "source");
        conditions = List.copyOf(conditions);
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
    }

    /** Whether it counts for lines of that posting date. */
    public boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && !date.isAfter(validTo);
    }

    /** Whether there is a day on which both count. */
    public boolean overlaps(DefaultRule other) {
        return !validFrom.isAfter(other.validTo) && !other.validFrom.isAfter(validTo);
    }

    /** Whether it names a value of a dimension, or, asked without one, the dimension. */
    public boolean names(String namedDimension, Optional<String> namedValue) {
        boolean inTarget = dimension.equals(namedDimension) && (namedValue.isEmpty() || value.equals(namedValue));
        boolean inSource = source instanceof RuleSource.OfDimension of
                && of.dimension().equals(namedDimension)
                && (namedValue.isEmpty() || of.value().equals(namedValue));
        return inTarget || inSource || conditions.stream().anyMatch(one -> one.names(namedDimension, namedValue));
    }

    /** Whether it names that account alone. */
    public boolean namesAccount(String account) {
        return source instanceof RuleSource.OfAccount of && of.account().equals(Optional.of(account));
    }

    /** The same rule, said with another version. */
    public DefaultRule at(long otherVersion) {
        return new DefaultRule(code, dimension, value, priority, source, conditions, validFrom, validTo, otherVersion);
    }

    /** Why a line got the value, in one sentence. */
    public String why() {
        String when = conditions.stream().map(RuleCondition::inWords).collect(Collectors.joining(" and "));
        return "Default rule " + code + " (priority " + priority + ") gives " + dimension + " "
                + value.orElse("no value") + " for " + source.inWords() + (when.isEmpty() ? "" : " when " + when)
                + ", because it was blank.";
    }
}
