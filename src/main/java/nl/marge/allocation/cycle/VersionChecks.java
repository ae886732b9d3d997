package nl.marge.allocation.cycle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** Checks the rules of one version of a cycle, each and together. */
final class VersionChecks {

    /** Rules in a version at most. */
    static final int RULES_LIMIT = 500;

    private final SettingForm form;
    private final CycleCommand.Version version;
    private final String named;
    private final Set<String> codes = new HashSet<>();
    private final Map<Integer, String> codeByOrder = new HashMap<>();
    private final Map<String, String> codeByPool = new HashMap<>();

    /** Checks a version that messages call {@code named}. */
    VersionChecks(SettingForm form, CycleCommand.Version version, String named) {
        this.form = form;
        this.version = version;
        this.named = named;
    }

    void check() {
        Place rules = version.place().member("rules");
        if (version.rules().isEmpty()) {
            form.refuse(
                    rules,
                    ViolationCode.VALUE_MISSING,
                    "The " + named + " has no rules. Give at least one, or leave the version out.");
        }
        form.count(rules, "The " + named, version.rules().size(), RULES_LIMIT);
        Set<String> pools = version.rules().stream()
                .map(RuleCommand::pool)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        for (RuleCommand rule : version.rules()) {
            String ruleNamed = "Rule \"" + Texts.excerpt(rule.code()) + "\" of " + named;
            form.code(rule.place().member("code"), ruleNamed, rule.code(), codes);
            form.choice(rule.place().member("method"), ruleNamed, rule.method(), Method.class);
            checkOrder(rule, ruleNamed);
            checkPool(rule, ruleNamed);
            new RuleChecks(form, rule, ruleNamed).check();
            new ReceiverChecks(form, rule, ruleNamed).check(pools);
        }
        new ServiceOrder(form, version.rules()).check();
        new GroupChecks(form, version.rules()).check();
    }

    private void checkOrder(RuleCommand rule, String ruleNamed) {
        Place place = rule.place().member("order");
        if (rule.order().isEmpty()) {
            form.refuse(place, ViolationCode.VALUE_MISSING, ruleNamed + " has no order. Give a whole number.");
            return;
        }
        String other = codeByOrder.putIfAbsent(rule.order().getAsInt(), rule.code());
        if (other != null) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    ruleNamed + " has order " + rule.order().getAsInt() + " as rule " + Texts.excerpt(other)
                            + " has. Give each its own.");
        }
    }

    private void checkPool(RuleCommand rule, String ruleNamed) {
        Place place = rule.place().member("pool");
        if (rule.pool().isEmpty()) {
            form.refuse(
                    place, ViolationCode.VALUE_MISSING, ruleNamed + " names no cost pool. Name the one that sends.");
            return;
        }
        String pool = rule.pool().get();
        form.pool(place, ruleNamed, pool);
        String other = codeByPool.putIfAbsent(pool, rule.code());
        if (other != null) {
            form.refuse(
                    place,
                    ViolationCode.POOL_REPEATED,
                    ruleNamed + " sends cost pool " + Texts.excerpt(pool) + ", which rule " + Texts.excerpt(other)
                            + " sends already. Divide the accounts over two pools, or join the rules.");
        }
    }
}
