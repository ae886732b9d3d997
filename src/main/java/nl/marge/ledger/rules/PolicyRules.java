package nl.marge.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.dimension.DerivedValues;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.CombinationRule;
import nl.marge.ledger.setting.CombinationRules;
import nl.marge.ledger.setting.DimensionPolicy;

/**
 * What accounts demand of dimensions, and which values do not go together (domain.md R14 to R16, R18). All policies
 * that concern a line are checked and each fault is told; rules hold by posting date. A membership on the line's
 * membershipDate satisfies MANDATORY; the other demands and the combinations look at what the line itself carries,
 * because only that is stored. Pure.
 */
public final class PolicyRules {

    private final Reference reference;
    private final DimensionReference dimensions;
    private final LocalDate postingDate;
    private final boolean closing;
    private final Violations violations;
    private final DerivedValues derived;

    /** The checks of what is posted on {@code postingDate}; faults are noted in {@code violations}. */
    public PolicyRules(Reference reference, LocalDate postingDate, Violations violations) {
        this(reference, postingDate, Optional.empty(), violations);
    }

    /** The checks of an entry of {@code kind}, as far as that is known. */
    PolicyRules(Reference reference, LocalDate postingDate, Optional<EntryKind> kind, Violations violations) {
        this.reference = requireNonNull(reference, "reference");
        this.dimensions = reference.dimensions();
        this.postingDate = requireNonNull(postingDate, "postingDate");
        this.closing = kind.equals(Optional.of(EntryKind.CLOSING));
        this.violations = requireNonNull(violations, "violations");
        this.derived = new DerivedValues(dimensions);
    }

    /** Whether a company has any policy or combination rule. */
    public static boolean areThere(Reference reference) {
        return !reference.settings().policies().all().isEmpty()
                || !reference.settings().combinations().all().isEmpty();
    }

    /** Checks one line. */
    public void check(CheckedLine line) {
        line.account().ifPresent(account -> checkPolicies(line, account));
        for (CombinationRules.Prepared rule :
                reference.settings().combinations().prepared()) {
            if (rule.rule().validity().isOn(postingDate)) {
                checkCombination(line, rule);
            }
        }
    }

    private void checkPolicies(CheckedLine line, Account account) {
        for (DimensionPolicy policy : reference.settings().policies().of(account)) {
            Optional<Dimension> dimension = dimensions.dimension(policy.dimension());
            boolean unreadable = dimension.isPresent()
                    && line.unreadable().get(dimension.get().id());
            if (policy.validity().isOn(postingDate) && !unreadable) {
                check(line, account, policy, dimension);
            }
        }
    }

    private void check(CheckedLine line, Account account, DimensionPolicy policy, Optional<Dimension> dimension) {
        int own = dimension.map(found -> line.dimensions().valueOf(found.id())).orElse(0);
        switch (policy.demand()) {
            case MANDATORY -> {
                // A closing entry takes no defaults and stands in no report: it takes away what is there, as it is.
                if (!closing) {
                    checkMandatory(line, account, policy, dimension);
                }
            }
            case FIXED -> checkFixed(line, account, policy, own);
            case FORBIDDEN -> checkForbidden(line, account, policy, own);
            case OPTIONAL -> {
                // Nothing is demanded.
            }
        }
    }

    private void checkMandatory(
            CheckedLine line, Account account, DimensionPolicy policy, Optional<Dimension> dimension) {
        int own = dimension.map(found -> line.dimensions().valueOf(found.id())).orElse(0);
        int value = own != 0 || dimension.isEmpty() ? own : derived(line, dimension.get());
        if (value == 0) {
            if (dimension.isEmpty() || !mightBeDerived(line, dimension.get())) {
                refuse(
                        line,
                        policy,
                        ViolationCode.DIMENSION_REQUIRED,
                        account(account) + " requires dimension " + policy.dimension() + " (policy " + policy.code()
                                + "); " + line.name()
                                + " has none. Add it, or set a default or a membership that gives it.");
            }
            return;
        }
        if (!policy.allowed().isEmpty() && !policy.allowed().contains(dimensions, value)) {
            refuse(
                    line,
                    policy,
                    ViolationCode.DIMENSION_VALUE_NOT_ALLOWED,
                    account(account) + " allows of dimension " + policy.dimension() + " only "
                            + Texts.excerpt(policy.allowed().toString()) + " (policy " + policy.code() + "); "
                            + line.name() + " has " + code(value) + (own == 0 ? "" : given(line, policy))
                            + (own == 0 ? " by membership on " + line.membershipDate() : "")
                            + ". Use one of those, or extend the policy.");
        }
    }

    private void checkFixed(CheckedLine line, Account account, DimensionPolicy policy, int own) {
        Optional<String> found = own == 0 ? Optional.empty() : Optional.of(code(own));
        if (found.equals(policy.value())) {
            return;
        }
        refuse(
                line,
                policy,
                ViolationCode.DIMENSION_FIXED,
                account(account) + " takes "
                        + policy.value()
                                .map(wanted -> "dimension " + policy.dimension() + " only with value " + wanted)
                                .orElse("no dimension " + policy.dimension())
                        + " (policy " + policy.code() + "); " + line.name() + " has "
                        + found.map(value -> value + given(line, policy)).orElse("none") + ". "
                        + policy.value().map(wanted -> "Give " + wanted).orElse(leaveOut(line, policy)) + ".");
    }

    private void checkForbidden(CheckedLine line, Account account, DimensionPolicy policy, int own) {
        if (own != 0) {
            refuse(
                    line,
                    policy,
                    ViolationCode.DIMENSION_FORBIDDEN,
                    account(account) + " forbids dimension " + policy.dimension() + " (policy " + policy.code() + "); "
                            + line.name() + " has " + code(own) + given(line, policy) + ". "
                            + leaveOut(line, policy) + ", or post on another account.");
        }
    }

    private String leaveOut(CheckedLine line, DimensionPolicy policy) {
        return given(line, policy).isEmpty() ? "Leave it out" : "Keep that rule off this account";
    }

    /** Where a value of the line comes from, when its sender did not give it. */
    private String given(CheckedLine line, DimensionPolicy policy) {
        return dimensions
                .dimension(policy.dimension())
                .flatMap(dimension -> line.rule(dimension.id()))
                .map(rule -> ", which default rule " + rule + " gives")
                .orElse("");
    }

    private int derived(CheckedLine line, Dimension dimension) {
        return derived.valueOf(
                line.dimensions(),
                dimension.id(),
                Math.toIntExact(line.membershipDate().toEpochDay()));
    }

    /** Whether a value that could not be read might have led to one of {@code dimension}. */
    private boolean mightBeDerived(CheckedLine line, Dimension dimension) {
        int source = dimensions.sourceOf(dimension.id());
        while (source != 0 && !line.unreadable().get(source)) {
            source = dimensions.sourceOf(source);
        }
        return source != 0;
    }

    private void checkCombination(CheckedLine line, CombinationRules.Prepared prepared) {
        CombinationRule rule = prepared.rule();
        int[] values = rule.dimensions().stream()
                .mapToInt(code -> dimensions
                        .dimension(code)
                        .map(dimension -> line.dimensions().valueOf(dimension.id()))
                        .orElse(0))
                .toArray();
        if (Arrays.stream(values).anyMatch(value -> value == 0) || !prepared.refuses(dimensions, values)) {
            return;
        }
        String found = IntStream.range(0, values.length)
                .mapToObj(i -> rule.dimensions().get(i) + " " + code(values[i])
                        + byRule(line, rule.dimensions().get(i)))
                .collect(Collectors.joining(" and "));
        boolean blocked = rule.kind() == CombinationRule.Kind.BLOCKED;
        violations.add(
                line.pointer() + "/dimensions",
                blocked ? ViolationCode.COMBINATION_BLOCKED : ViolationCode.COMBINATION_LIMITED,
                blocked
                        ? "Dimensions " + String.join(" and ", rule.dimensions()) + " do not go together (rule "
                                + rule.code() + "); " + line.name() + " has " + found + ". Leave one of them out."
                        : found + " do not go together (rule " + rule.code() + "); " + line.name()
                                + " has them together. Use another value of one of them.");
    }

    private String byRule(CheckedLine line, String dimensionCode) {
        return dimensions
                .dimension(dimensionCode)
                .flatMap(dimension -> line.rule(dimension.id()))
                .map(rule -> " (by default rule " + rule + ")")
                .orElse("");
    }

    private String code(int valueId) {
        return dimensions.value(valueId).code();
    }

    private static String account(Account account) {
        return "Account " + account.code();
    }

    private void refuse(CheckedLine line, DimensionPolicy policy, ViolationCode code, String message) {
        violations.add(line.pointerTo(policy.dimension()), code, message);
    }
}
