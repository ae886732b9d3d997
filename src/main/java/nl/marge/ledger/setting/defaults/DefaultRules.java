package nl.marge.ledger.setting.defaults;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.dimension.DimensionReference;

/**
 * The default rules of a company: those in force, and every version ever said, so that a stored value can tell by which
 * rule it came even when that was changed or taken away. Immutable.
 */
public final class DefaultRules {

    /** No rules, and never any. */
    public static final DefaultRules NONE = new DefaultRules(List.of());

    private final Map<String, DefaultRule> ruleByCode = new TreeMap<>();
    private final Map<String, List<DefaultRule>> versionsByCode = new HashMap<>();

    /** Found when first asked for, and again when the dimensions changed. */
    private volatile DefaultResolution resolution;

    /** The rules after all that was said of them, by ascending version. */
    public DefaultRules(List<Said> said) {
        for (Said one : said) {
            DefaultRule rule = one.rule();
            if (one.removed()) {
                ruleByCode.remove(rule.code());
            } else {
                ruleByCode.put(rule.code(), rule);
                versionsByCode
                        .computeIfAbsent(rule.code(), code -> new ArrayList<>())
                        .add(rule);
            }
        }
    }

    /** Those in force, by code in byte order. */
    public List<DefaultRule> inForce() {
        return List.copyOf(ruleByCode.values());
    }

    /** The rule of that code, if it is in force. */
    public Optional<DefaultRule> rule(String code) {
        return Optional.ofNullable(ruleByCode.get(code));
    }

    /** All that was ever said of a rule, in force or not, by version. */
    public List<DefaultRule> versions(String code) {
        return List.copyOf(versionsByCode.getOrDefault(code, List.of()));
    }

    /** The rule as it was said with that version, in force or not. */
    public Optional<DefaultRule> rule(String code, long version) {
        return versionsByCode.getOrDefault(code, List.of()).stream()
                .filter(rule -> rule.version() == version)
                .findFirst();
    }

    /** Whether there is nothing to resolve. */
    public boolean isEmpty() {
        return ruleByCode.isEmpty();
    }

    /** The rules in force, ready to fill lines whose values are those of {@code dimensions}. */
    public DefaultResolution under(DimensionReference dimensions) {
        DefaultResolution ready = resolution;
        if (ready == null || ready.dimensions() != dimensions) {
            ready = new DefaultResolution(dimensions, ruleByCode.values());
            resolution = ready;
        }
        return ready;
    }

    /** One thing said of a rule: that it is so, or that it is taken away. */
    public record Said(DefaultRule rule, boolean removed) {
        public Said {
            requireNonNull(rule, "rule");
        }
    }
}
