package nl.marge.ledger.setting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.DimensionReference;

/** The combination rules of one company. */
public final class CombinationRules {

    /** No rules. */
    public static final CombinationRules NONE = new CombinationRules(List.of());

    private final List<CombinationRule> rules;
    private final List<Prepared> prepared;

    private CombinationRules(Collection<CombinationRule> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(CombinationRule::code))
                .toList();
        this.prepared = this.rules.stream().map(Prepared::new).toList();
    }

    public static CombinationRules of(Collection<CombinationRule> rules) {
        return rules.isEmpty() ? NONE : new CombinationRules(rules);
    }

    /** All rules by code in byte order. */
    public List<CombinationRule> all() {
        return rules;
    }

    /** The rule of that code. */
    public Optional<CombinationRule> rule(String code) {
        return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** The rules, ready to be asked. */
    public List<Prepared> prepared() {
        return prepared;
    }

    /** A rule whose tuples can be looked up. */
    public static final class Prepared {

        private final CombinationRule rule;
        private final Set<List<String>> exact = new HashSet<>();
        private final List<List<ValueSelection>> withAllBelow = new ArrayList<>();

        private Prepared(CombinationRule rule) {
            this.rule = rule;
            for (List<String> combination : rule.combinations()) {
                if (combination.stream().anyMatch(ValueSelection::isWithAllBelow)) {
                    withAllBelow.add(combination.stream()
                            .map(item -> ValueSelection.of(List.of(item)))
                            .toList());
                } else {
                    exact.add(combination);
                }
            }
        }

        public CombinationRule rule() {
            return rule;
        }

        /** Whether these values, one for each dimension of the rule in its order, are refused together. */
        public boolean refuses(DimensionReference reference, int[] valueIds) {
            if (rule.kind() == CombinationRule.Kind.BLOCKED) {
                return true;
            }
            List<String> codes = new ArrayList<>(valueIds.length);
            for (int id : valueIds) {
                codes.add(reference.value(id).code());
            }
            return exact.contains(codes)
                    || withAllBelow.stream().anyMatch(items -> matches(reference, items, valueIds));
        }

        private static boolean matches(DimensionReference reference, List<ValueSelection> items, int[] valueIds) {
            for (int i = 0; i < valueIds.length; i++) {
                if (!items.get(i).contains(reference, valueIds[i])) {
                    return false;
                }
            }
            return true;
        }
    }
}
