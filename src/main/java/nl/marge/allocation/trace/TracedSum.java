package nl.marge.allocation.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import nl.marge.allocation.run.ReceiverTrace;
import nl.marge.allocation.run.ReceiverTrace.Step;
import nl.marge.allocation.run.ReceiverTrace.StoredSteps;

/** The traces of several receivers added up, step by step. */
final class TracedSum {

    private final IntPredicate accounts;
    private final SortedMap<String, BigDecimal> quantities = new TreeMap<>();

    /** As they were met first. */
    private final List<StepSum> steps = new ArrayList<>();

    private final Map<StepSum.Key, Integer> indexByKey = new HashMap<>();

    private int receivers;

    /** A sum of what arrived on some accounts. */
    TracedSum(IntPredicate accounts) {
        this.accounts = accounts;
    }

    /** Adds a receiver. */
    void add(StoredTrace trace) {
        receivers++;
        ReceiverTrace.quantitiesOf(trace.quantities())
                .forEach((driver, quantity) -> quantities.merge(driver, quantity, BigDecimal::add));
        StoredSteps step = new StoredSteps(trace.steps());
        int expected = 0;
        while (step.next()) {
            if (accounts.test(step.accountId())) {
                int found = indexOf(step, expected);
                steps.get(found).add(step, receivers);
                expected = found + 1;
            }
        }
    }

    /** The rules come in the same order to every receiver, so most steps stand where the one before leads to. */
    private int indexOf(StoredSteps step, int expected) {
        return expected < steps.size() && steps.get(expected).isOf(step)
                ? expected
                : indexByKey.computeIfAbsent(new StepSum.Key(step), none -> {
                    steps.add(new StepSum(step));
                    return steps.size() - 1;
                });
    }

    int receivers() {
        return receivers;
    }

    SortedMap<String, BigDecimal> quantities() {
        return quantities;
    }

    /** By rule, part and account. */
    List<Step> steps() {
        return steps.stream().sorted(StepSum.ORDER).map(StepSum::step).toList();
    }

    /** All that arrived, in minor units. */
    long total() {
        return steps().stream().mapToLong(Step::amount).reduce(0, Math::addExact);
    }
}
