package nl.marge.allocation.plan;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.marge.allocation.engine.Stream;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.Receiver;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.period.PeriodRules;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.ValueRules;

/** Whether a run may be posted where it is to be: its period, its receivers and its arrival accounts. Pure. */
final class RunRules {

    private final Gathered gathered;
    private final Assembly assembly;
    private final Violations violations;

    private RunRules(Gathered gathered, Assembly assembly, Violations violations) {
        this.gathered = gathered;
        this.assembly = assembly;
        this.violations = violations;
    }

    /** Checks a run before it is calculated; all that is wrong is noted. */
    static void check(Gathered gathered, Assembly assembly, Violations violations) {
        RunRules rules = new RunRules(gathered, assembly, violations);
        checkPeriod(gathered.reference(), gathered.request(), violations);
        rules.checkAccounts();
        rules.checkReceivers();
    }

    /** Notes when the period of a run takes no allocations. */
    static void checkPeriod(Reference reference, RunRequest request, Violations violations) {
        new PeriodRules(reference.settings().periods(), request.scenario())
                .refuse(request.last(), EntryKind.ALLOCATION)
                .ifPresent(closed -> violations.add(
                        "/period",
                        closed.code(),
                        "Period " + request.period() + " of scenario " + request.scenario()
                                + " takes no allocations (" + closed.code().code()
                                + "). Open it, or set it to SOFT_CLOSED."));
    }

    private void checkAccounts() {
        Set<String> codes = new HashSet<>();
        for (AllocationRule rule : gathered.rules()) {
            rule.account().ifPresent(codes::add);
            rule.activities().forEach(activity -> activity.account().ifPresent(codes::add));
        }
        for (String code : codes.stream().sorted().toList()) {
            Optional<Account> account = gathered.reference().account(code);
            if (account.isEmpty()) {
                violations.add(
                        "/cycle",
                        ViolationCode.ACCOUNT_UNKNOWN,
                        "Account " + code + ", on which cost is to arrive, is unknown. Create it, or change the"
                                + " cycle.");
            } else if (account.get().blocked()) {
                violations.add(
                        "/cycle",
                        ViolationCode.ACCOUNT_BLOCKED,
                        "Account " + code + ", on which cost is to arrive, is blocked. Unblock it, or change the"
                                + " cycle.");
            }
        }
    }

    private void checkReceivers() {
        DimensionReference dimensions = gathered.reference().dimensions();
        Violations found = new Violations();
        ValueRules values =
                new ValueRules(dimensions, Optional.of(gathered.request().last()), found);
        Set<String> seen = new HashSet<>();
        for (int receiver : receiving()) {
            Receiver.Values named = assembly.receivers().receiver(receiver);
            for (Map.Entry<String, String> code : named.codeByDimension().entrySet()) {
                if (seen.add(code.getKey() + ":" + code.getValue())) {
                    check(values, found, code.getKey(), code.getValue());
                }
            }
        }
        found.listed()
                .forEach(wrong -> violations.add(
                        "/period",
                        wrong.code(),
                        wrong.message() + " It would receive cost in "
                                + gathered.request().period()
                                + ": or take its driver quantity back, or narrow the receivers of the rules."));
    }

    /** Whoever has a weight above 0 in some rule, by number. */
    private SortedSet<Integer> receiving() {
        SortedSet<Integer> receiving = new TreeSet<>();
        assembly.input().senders().stream()
                .flatMap(sender -> sender.streams().stream())
                .forEach(stream -> addReceiving(stream, receiving));
        return receiving;
    }

    private static void addReceiving(Stream stream, SortedSet<Integer> receiving) {
        for (int i = 0; i < stream.receivers().length; i++) {
            if (stream.receivers()[i] >= 0 && stream.weights().get(i).signum() > 0) {
                receiving.add(stream.receivers()[i]);
            }
        }
    }

    private void check(ValueRules values, Violations found, String dimensionCode, String code) {
        DimensionReference dimensions = gathered.reference().dimensions();
        Dimension dimension = dimensions.requireDimension(dimensionCode);
        Optional<DimensionValue> value = dimensions.value(dimension.id(), code);
        if (value.isEmpty()) {
            found.add(
                    "/period",
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    "Receiver " + code + " of dimension " + dimensionCode + " is unknown. Create the value.");
        } else {
            values.check("/period", dimension, value.get());
        }
    }
}
