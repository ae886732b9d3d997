package nl.marge.allocation.cycle;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/**
 * Checks that the pools of a RECIPROCAL group can be solved together: two at least, run one after the other, and from
 * each of them cost can leave the group.
 */
final class GroupChecks {

    private final SettingForm form;
    private final List<RuleCommand> ordered;

    GroupChecks(SettingForm form, List<RuleCommand> rules) {
        this.form = form;
        this.ordered = rules.stream()
                .filter(rule -> rule.order().isPresent() && rule.pool().isPresent())
                .sorted(Comparator.comparing(rule -> rule.order().getAsInt()))
                .toList();
    }

    void check() {
        Map<String, List<RuleCommand>> groups = ordered.stream()
                .filter(rule -> rule.is(Method.RECIPROCAL) && rule.group().isPresent())
                .collect(Collectors.groupingBy(rule -> rule.group().get(), TreeMap::new, Collectors.toList()));
        groups.forEach((group, members) -> check("Group \"" + Texts.excerpt(group) + "\"", members));
    }

    private void check(String named, List<RuleCommand> members) {
        Place place = members.get(0).place().member("group");
        if (members.size() < 2) {
            refuse(
                    place,
                    named + " has rule " + members.get(0).code()
                            + " alone. Give it another that it serves and is served by, or make it STEP_DOWN.");
            return;
        }
        int first = ordered.indexOf(members.get(0));
        RuleCommand last = members.get(members.size() - 1);
        ordered.subList(first, ordered.indexOf(last)).stream()
                .filter(rule -> !members.contains(rule))
                .findFirst()
                .ifPresent(between -> refuse(
                        place,
                        named + " is interrupted by rule " + between.code() + " (order "
                                + between.order().getAsInt() + "). Order its rules one after the other."));
        members.stream()
                .filter(member -> !leadsOut(member, members, new HashSet<>()))
                .forEach(member -> refuse(
                        member.place().member("receivers"),
                        "Cost of pool " + member.pool().get() + " never leaves " + named
                                + ": none that it reaches gives to a value or to a pool outside. Name one."));
    }

    private boolean leadsOut(RuleCommand member, List<RuleCommand> members, Set<RuleCommand> passed) {
        if (!passed.add(member)) {
            return false;
        }
        return givesOutside(member, members)
                || members.stream()
                        .filter(other -> gives(member, other))
                        .anyMatch(other -> leadsOut(other, members, passed));
    }

    private boolean givesOutside(RuleCommand member, List<RuleCommand> members) {
        boolean toValues = member.receivers().dimensions().values().stream().noneMatch(List::isEmpty);
        Optional<List<String>> pools = member.receivers().pools();
        if (toValues) {
            return true;
        }
        return pools.isPresent()
                ? pools.get().stream().anyMatch(pool -> members.stream()
                        .noneMatch(other -> other.pool().get().equals(pool)))
                : !members.contains(ordered.get(ordered.size() - 1));
    }

    private static boolean gives(RuleCommand member, RuleCommand other) {
        return !member.equals(other)
                && member.receivers()
                        .pools()
                        .map(pools -> pools.contains(other.pool().get()))
                        .orElse(true);
    }

    private void refuse(Place place, String message) {
        form.refuse(place, ViolationCode.GROUP_INVALID, message);
    }
}
