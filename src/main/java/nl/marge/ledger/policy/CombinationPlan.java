package nl.marge.ledger.policy;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.Dimension;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Place;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.CombinationRule;
import nl.marge.ledger.setting.CombinationRule.Kind;

/** Decides what an upsert of combination rules comes to: a pure function of the picture and the commands. */
final class CombinationPlan {

    private final Reference picture;
    private final Violations violations;
    private final RuleForm form;

    /** A plan; everything that is wrong is noted in {@code violations}. */
    CombinationPlan(Reference picture, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.violations = requireNonNull(violations, "violations");
        this.form = new RuleForm("Rule", picture.dimensions(), violations);
    }

    /** The changes, all of {@code version}, which count only when nothing is wrong. */
    Changes<CombinationRule> changes(List<CombinationCommand> commands, long version) {
        commands.forEach(this::check);
        if (!violations.isEmpty()) {
            return new Changes<>(List.of(), List.of(), 0);
        }
        Changes<CombinationRule> changes = Changes.of(
                commands.stream().map(command -> rule(command, version)).toList(),
                rule -> picture.settings().combinations().rule(rule.code()),
                (rule, before) -> rule.withVersion(before.version()).equals(before));
        form.checkCount(picture.settings().combinations().all().size()
                + changes.created().size());
        return changes;
    }

    private void check(CombinationCommand command) {
        Place place = command.place();
        form.checkCode(place, command.code());
        Optional<Kind> kind = form.choice(place.member("kind"), command.code(), command.kind(), Kind.class);
        checkDimensions(command);
        checkCombinations(command, kind);
        form.checkDates(place, command.code(), command.validFrom(), command.validTo());
    }

    private void checkDimensions(CombinationCommand command) {
        Place place = command.place().member("dimensions");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.dimensions().size(); i++) {
            String code = command.dimensions().get(i);
            Place item = place.member(Integer.toString(i));
            form.dimension(item, command.code(), code);
            if (!seen.add(code)) {
                refuse(item, command, "names dimension " + code + " twice. Name each once.");
            }
        }
        if (command.dimensions().size() < 2) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_MISSING,
                    form.named(command.code()) + " names fewer than two dimensions. Name those that do not go together,"
                            + " or set a policy for a single one.");
        }
        form.checkCount(place, command.code(), command.dimensions(), CombinationRule.DIMENSIONS_LIMIT);
    }

    private void checkCombinations(CombinationCommand command, Optional<Kind> kind) {
        Place place = command.place().member("combinations");
        List<Map<String, String>> combinations = command.combinations();
        if (kind.equals(Optional.of(Kind.BLOCKED)) && !combinations.isEmpty()) {
            refuse(place, command, "is BLOCKED and lists combinations. Leave them out, or make it LIMITED.");
        }
        if (kind.equals(Optional.of(Kind.LIMITED)) && combinations.isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_MISSING,
                    form.named(command.code()) + " is LIMITED and lists no combination. List those to refuse, or make"
                            + " it BLOCKED.");
        }
        form.checkCount(place, command.code(), combinations, CombinationRule.COMBINATIONS_LIMIT);
        for (int i = 0; i < combinations.size(); i++) {
            check(place.member(Integer.toString(i)), command, combinations.get(i));
        }
    }

    private void check(Place place, CombinationCommand command, Map<String, String> combination) {
        Set<String> named = new HashSet<>(command.dimensions());
        if (!combination.keySet().equals(named)) {
            refuse(
                    place,
                    command,
                    "has a combination that does not name exactly its dimensions. Give one value of each.");
        }
        combination.forEach((code, item) -> {
            Optional<Dimension> dimension = picture.dimensions().dimension(code);
            if (named.contains(code) && dimension.isPresent()) {
                form.checkItem(place.member(code), command.code(), dimension.get(), item);
            }
        });
    }

    private void refuse(Place place, CombinationCommand command, String message) {
        form.refuse(place, ViolationCode.VALUE_INVALID, form.named(command.code()) + " " + message);
    }

    private static CombinationRule rule(CombinationCommand command, long version) {
        List<List<String>> tuples = command.combinations().stream()
                .map(combination ->
                        command.dimensions().stream().map(combination::get).toList())
                .toList();
        return new CombinationRule(
                command.code(),
                Kind.valueOf(command.kind().orElseThrow()),
                command.dimensions(),
                tuples,
                RuleForm.validity(command.validFrom(), command.validTo()),
                version);
    }
}
