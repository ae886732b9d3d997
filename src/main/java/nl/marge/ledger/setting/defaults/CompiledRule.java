package nl.marge.ledger.setting.defaults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;

/**
 * A default rule with its codes looked up in one picture of the dimensions; {@code valueId} is 0 when the entry says
 * which value it gives.
 */
record CompiledRule(DefaultRule rule, int dimensionId, int valueId, List<Predicate<RuledLine>> conditions) {

    /** The rule compiled; empty when it gives no value, or names what the picture does not have. */
    static Optional<CompiledRule> of(DefaultRule rule, DimensionReference dimensions) {
        Optional<Dimension> dimension = dimensions.dimension(rule.dimension());
        int valueId = rule.value()
                .flatMap(code -> value(dimensions, rule.dimension(), code))
                .map(DimensionValue::id)
                .orElse(0);
        boolean gives = dimension.isPresent() && (valueId != 0 || rule.source() instanceof RuleSource.OfEntry);
        List<Predicate<RuledLine>> conditions = new ArrayList<>();
        rule.conditions().forEach(condition -> compile(condition, dimensions).ifPresent(conditions::add));
        return gives && conditions.size() == rule.conditions().size()
                ? Optional.of(new CompiledRule(rule, dimension.get().id(), valueId, List.copyOf(conditions)))
                : Optional.empty();
    }

    static Optional<DimensionValue> value(DimensionReference dimensions, String dimension, String code) {
        return dimensions.dimension(dimension).flatMap(found -> dimensions.value(found.id(), code));
    }

    /** Whether the rule counts on the line's date and all its conditions are met; its source is for others to see. */
    boolean fits(RuledLine line) {
        if (!rule.isValidOn(line.postingDate())) {
            return false;
        }
        for (Predicate<RuledLine> condition : conditions) {
            if (!condition.test(line)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Predicate<RuledLine>> compile(RuleCondition condition, DimensionReference dimensions) {
        if (condition instanceof RuleCondition.OfAccount ofAccount) {
            return Optional.of(line -> ofAccount.accounts().matches(line.account()));
        }
        if (condition instanceof RuleCondition.OfValue ofValue) {
            return value(dimensions, ofValue.dimension(), ofValue.value())
                    .map(wanted -> line -> carries(line, wanted, ofValue.andBelow(), dimensions));
        }
        RuleCondition.OfAttribute ofAttribute = (RuleCondition.OfAttribute) condition;
        return dimensions
                .dimension(ofAttribute.dimension())
                .map(dimension -> line -> hasAttribute(line, dimension, ofAttribute, dimensions));
    }

    private static boolean carries(
            RuledLine line, DimensionValue wanted, boolean andBelow, DimensionReference dimensions) {
        int given = line.given(wanted.dimensionId());
        return andBelow ? dimensions.isAtOrBelow(given, wanted.id()) : given == wanted.id();
    }

    private static boolean hasAttribute(
            RuledLine line, Dimension dimension, RuleCondition.OfAttribute wanted, DimensionReference dimensions) {
        int given = line.given(dimension.id());
        return given != 0
                && wanted.text().equals(dimensions.value(given).attributes().get(wanted.attribute()));
    }
}
