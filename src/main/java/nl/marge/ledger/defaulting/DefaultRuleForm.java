package nl.marge.ledger.defaulting;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.defaults.AccountPattern;
import nl.marge.ledger.setting.defaults.DefaultRule;
import nl.marge.ledger.setting.defaults.RuleCondition;
import nl.marge.ledger.setting.defaults.RuleSource;

/** Whether one default rule is well formed and names what exists, whatever other rules there are. */
final class DefaultRuleForm {

    /** Conditions of a rule at most: an accountant must be able to say when it counts. */
    static final int CONDITIONS_LIMIT = 20;

    /** The highest priority number. */
    static final int PRIORITY_LIMIT = 1_000_000;

    /** Characters in the text an attribute is compared with at most: as many as an attribute may have. */
    static final int TEXT_LIMIT = 200;

    private final Reference picture;
    private final DefaultRuleCommand command;
    private final Violations violations;

    DefaultRuleForm(Reference picture, DefaultRuleCommand command, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.command = requireNonNull(command, "command");
        this.violations = requireNonNull(violations, "violations");
    }

    /** The rule, said with {@code version}; it counts only when nothing is wrong. */
    DefaultRule read(long version) {
        checkTarget();
        LocalDate from = date("validFrom", command.validFrom(), LocalDate.MIN);
        LocalDate to = date("validTo", command.validTo(), LocalDate.MAX);
        if (from.isAfter(to)) {
            refuse(
                    at("validTo"),
                    ViolationCode.VALUE_INVALID,
                    named() + " would be valid from " + from + " to " + to
                            + ", which is before. Swap the dates, or leave one open");
        }
        return new DefaultRule(
                command.code(),
                command.dimension().orElse(""),
                command.value(),
                priority(),
                source(),
                conditions(),
                from,
                to,
                version);
    }

    private void checkTarget() {
        if (command.dimension().isEmpty()) {
            missing("dimension", "names no dimension. Name the one it fills");
            return;
        }
        Optional<DimensionValue> value = dimension(
                        at("dimension"), command.dimension().get())
                .flatMap(found -> command.value().flatMap(code -> value(at("value"), found, code)));
        if (value.isPresent() && !picture.dimensions().isLeaf(value.get().id())) {
            refuse(
                    at("value"),
                    ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                    named() + " gives " + command.dimension().get() + " "
                            + value.get().code() + ", which has values below it and takes no postings. Give one of"
                            + " those");
        }
    }

    private int priority() {
        if (command.priority().isEmpty()) {
            missing("priority", "has no priority. Give a whole number from 1, which goes first, to " + PRIORITY_LIMIT);
            return 1;
        }
        int priority = command.priority().getAsInt();
        if (priority < 1 || priority > PRIORITY_LIMIT) {
            invalid(
                    at("priority"),
                    "Priority " + priority + " of " + named() + " is out of range. Give 1, which goes first, to "
                            + PRIORITY_LIMIT);
        }
        return priority;
    }

    private RuleSource source() {
        String name = command.source().orElse("");
        if (command.source().isEmpty()) {
            missing("source", "has no source. Give ACCOUNT, ENTRY, or the dimension whose value it hangs on");
        } else if (command.source().equals(command.dimension())) {
            refuseOwnDimension(at("source"));
        }
        RuleSource source = RuleSource.of(name, command.record());
        if (source instanceof RuleSource.OfAccount ofAccount) {
            checkAccounts(ofAccount);
        } else if (source instanceof RuleSource.OfEntry) {
            checkHandsOn();
        } else if (command.source().isPresent()) {
            dimension(at("source"), name)
                    .ifPresent(found -> command.record().ifPresent(code -> value(at("record"), found, code)));
        }
        return source;
    }

    private void checkHandsOn() {
        command.value()
                .ifPresent(value ->
                        invalid(at("value"), named() + " hands on the value that the entry says. Leave value out"));
        command.record()
                .ifPresent(record -> invalid(
                        at("record"), named() + " hands on what the entry says and has no record. Leave record out"));
    }

    private void checkAccounts(RuleSource.OfAccount source) {
        Optional<String> unknown =
                source.account().filter(code -> picture.account(code).isEmpty());
        if (unknown.isPresent()) {
            refuse(
                    at("record"),
                    ViolationCode.ACCOUNT_UNKNOWN,
                    named() + " hangs on account \"" + Texts.excerpt(unknown.get())
                            + "\", which does not exist. Create it first, or correct the code");
        }
        List<String> types = Arrays.stream(AccountType.values()).map(Enum::name).toList();
        if (source.type().filter(type -> !types.contains(type)).isPresent()) {
            invalid(
                    at("record"),
                    named() + " hangs on accounts of type \""
                            + Texts.excerpt(source.type().get()) + "\", which is not known. Give "
                            + RuleSource.TYPE_PREFIX + " and one of " + String.join(", ", types));
        }
    }

    private List<RuleCondition> conditions() {
        if (command.conditions().size() > CONDITIONS_LIMIT) {
            invalid(
                    at("conditions"),
                    named() + " has " + command.conditions().size() + " conditions. Give at most " + CONDITIONS_LIMIT);
        }
        List<RuleCondition> conditions = new ArrayList<>();
        for (Map<String, String> members : command.conditions()) {
            Place place = at("conditions").member(Integer.toString(conditions.size()));
            Optional<RuleCondition> condition = RuleCondition.of(members);
            condition.ifPresentOrElse(found -> check(place, found), () -> refuseForm(place, members));
            conditions.add(condition.orElse(new RuleCondition.OfValue("", "", false)));
        }
        return conditions;
    }

    private void refuseForm(Place place, Map<String, String> members) {
        boolean isAccount = members.keySet().equals(Set.of("account"));
        invalid(
                place,
                isAccount
                        ? "\"" + Texts.excerpt(members.get("account")) + "\" names no accounts. Give "
                                + AccountPattern.FORM
                        : "A condition of " + named() + " has the members "
                                + members.keySet().stream().sorted().toList() + ". Give "
                                + RuleCondition.FORM);
    }

    private void check(Place place, RuleCondition condition) {
        if (condition instanceof RuleCondition.OfValue of) {
            checkOther(place, of.dimension());
            dimension(place.member("dimension"), of.dimension())
                    .ifPresent(found -> value(place.member("value"), found, of.value()));
        } else if (condition instanceof RuleCondition.OfAccount of) {
            checkAccount(place.member("account"), of.accounts().text());
        } else if (condition instanceof RuleCondition.OfAttribute of) {
            checkOther(place, of.dimension());
            dimension(place.member("dimension"), of.dimension());
            if (!Codes.isCode(of.attribute())) {
                invalid(
                        place.member("attribute"),
                        "\"" + Texts.excerpt(of.attribute()) + "\" is no name of an attribute. Give " + Codes.FORM);
            }
            Texts.fault(of.text(), TEXT_LIMIT)
                    .ifPresent(fault -> invalid(
                            place.member("equals"), "The text that " + of.attribute() + " is to equal " + fault));
        }
    }

    /** A beginning or a range may wait for its accounts, a single account must be there. */
    private void checkAccount(Place place, String text) {
        if (Codes.isCode(text) && !text.contains("..") && picture.account(text).isEmpty()) {
            refuse(
                    place,
                    ViolationCode.ACCOUNT_UNKNOWN,
                    "Account " + text + " of " + named()
                            + " does not exist. Create it first, or give a beginning or a range");
        }
    }

    private void checkOther(Place place, String dimension) {
        if (command.dimension().equals(Optional.of(dimension))) {
            refuseOwnDimension(place.member("dimension"));
        }
    }

    /** Such a rule would wait for a value where it only counts when there is none. */
    private void refuseOwnDimension(Place place) {
        invalid(
                place,
                named() + " fills " + command.dimension().get() + " where it is blank, so it cannot look at "
                        + command.dimension().get() + " itself. Look at another dimension or at the account");
    }

    private LocalDate date(String member, Optional<String> text, LocalDate open) {
        Optional<LocalDate> date = text.flatMap(Dates::read);
        if (text.isPresent() && date.isEmpty()) {
            invalid(
                    at(member),
                    member + " \"" + Texts.excerpt(text.get()) + "\" of " + named() + " is no date. Give " + Dates.FORM
                            + ", or null");
        }
        return date.orElse(open);
    }

    private Optional<Dimension> dimension(Place place, String code) {
        Optional<Dimension> dimension = picture.dimensions().dimension(code);
        if (dimension.isEmpty()) {
            refuse(
                    place,
                    ViolationCode.DIMENSION_UNKNOWN,
                    named() + " names dimension \"" + Texts.excerpt(code)
                            + "\", which does not exist. Create it first, or correct the code");
        }
        return dimension;
    }

    private Optional<DimensionValue> value(Place place, Dimension dimension, String code) {
        Optional<DimensionValue> value = picture.dimensions().value(dimension.id(), code);
        if (value.isEmpty()) {
            refuse(
                    place,
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    named() + " names value \"" + Texts.excerpt(code) + "\" of dimension " + dimension.code()
                            + ", which does not exist. Create it first, or correct the code");
        }
        return value;
    }

    private Place at(String member) {
        return command.place().member(member);
    }

    private String named() {
        return "Default rule \"" + Texts.excerpt(command.code()) + "\"";
    }

    private void missing(String member, String message) {
        refuse(at(member), ViolationCode.VALUE_MISSING, named() + " " + message);
    }

    private void invalid(Place place, String message) {
        refuse(place, ViolationCode.VALUE_INVALID, message);
    }

    private void refuse(Place place, ViolationCode code, String message) {
        violations.add(place, code, message + ".");
    }
}
