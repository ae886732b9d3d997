package nl.marge.ledger.defaulting;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.defaults.DefaultRule;

/**
 * Decides what an upsert of default rules comes to: a pure function of the picture and the commands. Two rules of one
 * dimension that count on the same day never have the same priority (domain.md R8), so there is no tie to break.
 */
final class DefaultRulePlan {

    /** Rules of a company at most: all of them are held in memory and looked at again when dimensions change. */
    static final int RULES_LIMIT = 10_000;

    private final Reference picture;
    private final Violations violations;

    /** A plan; everything that is wrong is noted in {@code violations}. */
    DefaultRulePlan(Reference picture, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.violations = requireNonNull(violations, "violations");
    }

    /** The changes, all said with {@code version}, which count only when nothing is wrong. */
    Changes<DefaultRule> changes(List<DefaultRuleCommand> commands, long version) {
        List<DefaultRule> rules = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (DefaultRuleCommand command : commands) {
            checkCode(command, codes);
            rules.add(new DefaultRuleForm(picture, command, violations).read(version));
        }
        checkTogether(commands, rules, codes);
        List<DefaultRule> created = new ArrayList<>();
        List<DefaultRule> updated = new ArrayList<>();
        for (DefaultRule rule : rules) {
            Optional<DefaultRule> before = picture.settings().defaults().rule(rule.code());
            if (before.isEmpty()) {
                created.add(rule);
            } else if (!rule.at(before.get().version()).equals(before.get())) {
                updated.add(rule);
            }
        }
        return new Changes<>(created, updated, rules.size() - created.size() - updated.size());
    }

    private void checkCode(DefaultRuleCommand command, Set<String> codes) {
        String named = "Default rule \"" + Texts.excerpt(command.code()) + "\"";
        if (!Codes.isCode(command.code())) {
            refuse(command, "code", ViolationCode.CODE_INVALID, named + " is no code. Give " + Codes.FORM);
        } else if (!codes.add(command.code())) {
            refuse(
                    command,
                    "code",
                    ViolationCode.CODE_REPEATED,
                    named + " is given twice. Give each default rule once");
        }
    }

    /** Each rule of the request against all that will be there with it, so the order of the request does not matter. */
    private void checkTogether(List<DefaultRuleCommand> commands, List<DefaultRule> rules, Set<String> codes) {
        Map<Object, List<DefaultRule>> byPriority = new HashMap<>();
        List<DefaultRule> staying = picture.settings().defaults().inForce().stream()
                .filter(rule -> !codes.contains(rule.code()))
                .toList();
        staying.forEach(rule -> list(byPriority, rule).add(rule));
        rules.forEach(rule -> list(byPriority, rule).add(rule));
        for (int i = 0; i < rules.size(); i++) {
            checkPriority(commands.get(i), rules.get(i), list(byPriority, rules.get(i)));
        }
        if (staying.size() + rules.size() > RULES_LIMIT) {
            violations.add(
                    Place.REQUEST,
                    ViolationCode.VALUE_INVALID,
                    "There would be " + (staying.size() + rules.size()) + " default rules. Keep at most " + RULES_LIMIT
                            + ": rules at type level, conditions and hierarchies say the same in fewer.");
        }
    }

    private static List<DefaultRule> list(Map<Object, List<DefaultRule>> byPriority, DefaultRule rule) {
        return byPriority.computeIfAbsent(List.of(rule.dimension(), rule.priority()), none -> new ArrayList<>());
    }

    private void checkPriority(DefaultRuleCommand command, DefaultRule rule, List<DefaultRule> equal) {
        equal.stream()
                .filter(other -> !other.code().equals(rule.code()) && other.overlaps(rule))
                .findFirst()
                .ifPresent(other -> refuse(
                        command,
                        "priority",
                        ViolationCode.PRIORITY_TAKEN,
                        "Default rules " + rule.code() + " and " + other.code() + " for " + rule.dimension()
                                + " would both have priority " + rule.priority()
                                + " on the same day. Give each its own number, or validities that do not overlap"));
    }

    private void refuse(DefaultRuleCommand command, String member, ViolationCode code, String message) {
        violations.add(command.place().member(member), code, message + ".");
    }
}
