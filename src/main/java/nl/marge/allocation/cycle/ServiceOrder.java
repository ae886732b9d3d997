package nl.marge.allocation.cycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.allocation.form.SettingForm;
import nl.marge.kernel.Place;
import nl.marge.kernel.ViolationCode;

/** Checks that pools named as receivers send later than who gives to them, unless they are of one group. */
final class ServiceOrder {

    private final SettingForm form;
    private final Map<String, RuleCommand> ruleByPool = new LinkedHashMap<>();

    ServiceOrder(SettingForm form, List<RuleCommand> rules) {
        this.form = form;
        for (RuleCommand rule : rules) {
            if (rule.order().isPresent()) {
                rule.pool().ifPresent(pool -> ruleByPool.putIfAbsent(pool, rule));
            }
        }
    }

    void check() {
        for (RuleCommand rule : ruleByPool.values()) {
            List<String> pools = named(rule);
            for (int i = 0; i < pools.size(); i++) {
                Place place = rule.place().member("receivers").member("pools").member(Integer.toString(i));
                check(place, rule, ruleByPool.get(pools.get(i)));
            }
        }
    }

    private void check(Place place, RuleCommand rule, RuleCommand receiver) {
        if (receiver == null || receiver.order().getAsInt() >= rule.order().getAsInt() || areOneGroup(rule, receiver)) {
            return;
        }
        String sender = rule.pool().orElseThrow();
        String target = receiver.pool().orElseThrow();
        Optional<List<String>> way = way(target, sender, new HashSet<>());
        if (way.isPresent()) {
            form.refuse(
                    place,
                    ViolationCode.STEP_DOWN_CYCLE,
                    "Pools give to each other: " + String.join(" -> ", way.get()) + " -> " + target
                            + ". Leave one of these out, or put them in one RECIPROCAL group.");
        } else {
            form.refuse(
                    place,
                    ViolationCode.RULE_ORDER,
                    "Rule " + rule.code() + " (order " + rule.order().getAsInt() + ") gives to pool " + target
                            + ", which rule " + receiver.code() + " (order "
                            + receiver.order().getAsInt() + ") has sent on before. Let " + rule.code()
                            + " run first, or leave " + target + " out.");
        }
    }

    private static boolean areOneGroup(RuleCommand rule, RuleCommand other) {
        return rule.group().isPresent() && rule.group().equals(other.group());
    }

    /** A way from a pool to another by who is named to receive, both ends included. */
    private Optional<List<String>> way(String from, String to, Set<String> passed) {
        if (from.equals(to)) {
            return Optional.of(List.of(to));
        }
        RuleCommand rule = ruleByPool.get(from);
        if (rule == null || !passed.add(from)) {
            return Optional.empty();
        }
        for (String next : named(rule)) {
            Optional<List<String>> rest = way(next, to, passed);
            if (rest.isPresent()) {
                List<String> way = new ArrayList<>(List.of(from));
                way.addAll(rest.get());
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    private static List<String> named(RuleCommand rule) {
        return rule.servesPools() ? rule.receivers().pools().orElse(List.of()) : List.of();
    }
}
