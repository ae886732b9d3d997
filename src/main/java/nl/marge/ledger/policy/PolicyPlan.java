package nl.marge.ledger.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.AccountSelection;
import nl.marge.ledger.setting.DimensionPolicy;
import nl.marge.ledger.setting.DimensionPolicy.Demand;
import nl.marge.ledger.setting.ValueSelection;
import nl.marge.ledger.setting.defaults.AccountPattern;

/** Decides what an upsert of dimension policies comes to: a pure function of the picture and the commands. */
final class PolicyPlan {

    private final Reference picture;
    private final Violations violations;
    private final RuleForm form;

    /** A plan; everything that is wrong is noted in {@code violations}. */
    PolicyPlan(Reference picture, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.violations = requireNonNull(violations, "violations");
        this.form = new RuleForm("Policy", picture.dimensions(), violations);
    }

    /** The changes, all of {@code version}, which count only when nothing is wrong. */
    Changes<DimensionPolicy> changes(List<PolicyCommand> commands, long version) {
        commands.forEach(this::check);
        if (!violations.isEmpty()) {
            return new Changes<>(List.of(), List.of(), 0);
        }
        Changes<DimensionPolicy> changes = Changes.of(
                commands.stream().map(command -> policy(command, version)).toList(),
                policy -> picture.settings().policies().policy(policy.code()),
                (policy, before) -> policy.withVersion(before.version()).equals(before));
        form.checkCount(
                picture.settings().policies().all().size() + changes.created().size());
        return changes;
    }

    private void check(PolicyCommand command) {
        Place place = command.place();
        form.checkCode(place, command.code());
        Optional<Demand> demand = form.choice(place.member("demand"), command.code(), command.demand(), Demand.class);
        checkAccounts(command);
        checkValues(command, demand);
        form.checkDates(place, command.code(), command.validFrom(), command.validTo());
    }

    private void checkAccounts(PolicyCommand command) {
        Place accounts = command.place().member("accounts");
        form.checkCount(accounts, command.code(), command.accounts(), AccountSelection.PATTERNS_LIMIT);
        for (int i = 0; i < command.accounts().size(); i++) {
            checkPattern(
                    accounts.member(Integer.toString(i)),
                    command,
                    command.accounts().get(i));
        }
        Place types = command.place().member("accountTypes");
        for (int i = 0; i < command.accountTypes().size(); i++) {
            form.choice(
                    types.member(Integer.toString(i)),
                    command.code(),
                    Optional.of(command.accountTypes().get(i)),
                    AccountType.class);
        }
        form.checkCount(types, command.code(), command.accountTypes(), AccountType.values().length);
    }

    private void checkPattern(Place place, PolicyCommand command, String text) {
        Optional<AccountPattern> pattern = AccountPattern.read(text);
        if (pattern.isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_INVALID,
                    "Account \"" + Texts.excerpt(text) + "\" of " + form.named(command.code()) + " is not "
                            + AccountPattern.FORM + ". Write one of these.");
        } else if (!text.contains("..")
                && Codes.isCode(text)
                && picture.account(text).isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.ACCOUNT_UNKNOWN,
                    "Account " + text + " of " + form.named(command.code())
                            + " does not exist. Create it first, or give a beginning or a range.");
        }
    }

    private void checkValues(PolicyCommand command, Optional<Demand> demand) {
        Place place = command.place();
        Optional<Dimension> dimension = form.dimension(
                place.member("dimension"), command.code(), command.dimension().orElse(""));
        if (command.value().isPresent() && demand.isPresent() && demand.get() != Demand.FIXED) {
            refuseWith(command, "value", "a value, which only FIXED takes");
        }
        if (!command.allowed().isEmpty() && demand.isPresent() && demand.get() != Demand.MANDATORY) {
            refuseWith(command, "allowed", "allowed values, which only MANDATORY takes");
        }
        Place allowed = place.member("allowed");
        form.checkCount(allowed, command.code(), command.allowed(), ValueSelection.ITEMS_LIMIT);
        if (dimension.isPresent()) {
            command.value().ifPresent(value -> checkFixed(command, dimension.get(), value));
            for (int i = 0; i < command.allowed().size(); i++) {
                form.checkItem(
                        allowed.member(Integer.toString(i)),
                        command.code(),
                        dimension.get(),
                        command.allowed().get(i));
            }
        }
    }

    /** FIXED wants one value that lines can carry; several are what MANDATORY allows. */
    private void checkFixed(PolicyCommand command, Dimension dimension, String value) {
        Place place = command.place().member("value");
        String code = ValueSelection.code(value);
        Optional<DimensionValue> found = picture.dimensions().value(dimension.id(), code);
        boolean several = ValueSelection.isWithAllBelow(value)
                || found.filter(known -> !picture.dimensions().isLeaf(known.id()))
                        .isPresent();
        if (found.isEmpty() || !several) {
            form.checkItem(place, command.code(), dimension, value);
            return;
        }
        form.refuse(
                place,
                ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                "Value \"" + Texts.excerpt(value) + "\" of dimension " + dimension.code() + " in "
                        + form.named(command.code()) + " stands for all values below it, and FIXED takes one. Give one"
                        + " of those, or demand MANDATORY with allowed " + Texts.excerpt(code) + "*.");
    }

    private void refuseWith(PolicyCommand command, String member, String what) {
        form.refuse(
                command.place().member(member),
                ViolationCode.VALUE_INVALID,
                form.named(command.code()) + " has " + what + ". Leave it out, or change the demand.");
    }

    private static DimensionPolicy policy(PolicyCommand command, long version) {
        return new DimensionPolicy(
                command.code(),
                command.dimension().orElseThrow(),
                Demand.valueOf(command.demand().orElseThrow()),
                AccountSelection.of(
                        command.accounts(),
                        command.accountTypes().stream()
                                .map(AccountType::valueOf)
                                .toList()),
                command.value(),
                ValueSelection.of(command.allowed()),
                RuleForm.validity(command.validFrom(), command.validTo()),
                version);
    }
}
