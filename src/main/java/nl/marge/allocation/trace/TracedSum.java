package nl.marge.allocation.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import nl.marge.allocation.run.ReceiverTrace;
import nl.marge.allocation.run.ReceiverTrace.Step;

/** The traces of several receivers added up, step by step. */
final class TracedSum {

    private static final Comparator<Step> ORDER =
            Comparator.comparingInt(Step::rule).thenComparingInt(Step::part).thenComparingInt(Step::accountId);

    private final IntPredicate accounts;
    private final SortedMap<String, BigDecimal> quantities = new TreeMap<>();
    private final Map<Step, Step> steps = new TreeMap<>(ORDER);
    private int receivers;

    /** A sum of what arrived on some accounts. */
    TracedSum(IntPredicate accounts) {
        this.accounts = accounts;
    }

    /** Adds a receiver. */
    void add(ReceiverTrace trace) {
        receivers++;
        trace.quantities().forEach((driver, quantity) -> quantities.merge(driver, quantity, BigDecimal::add));
        Map<Step, Step> own = new TreeMap<>(ORDER);
        trace.steps().stream()
                .filter(step -> accounts.test(step.accountId()))
                .forEach(step -> own.merge(step, step, (one, other) -> joined(one, other, one.weight())));
        own.values()
                .forEach(step -> steps.merge(
                        step,
                        step,
                        (one, other) -> joined(one, other, one.weight().add(other.weight()))));
    }

    private static Step joined(Step one, Step other, BigDecimal weight) {
        return new Step(one.rule(), one.part(), one.accountId(), weight, Math.addExact(one.amount(), other.amount()));
    }

    int receivers() {
        return receivers;
    }

    SortedMap<String, BigDecimal> quantities() {
        return quantities;
    }

    /** By rule, part and account. */
    List<Step> steps() {
        return new ArrayList<>(steps.values());
    }

    /** All that arrived, in minor units. */
    long total() {
        return steps.values().stream().mapToLong(Step::amount).reduce(0, Math::addExact);
    }
}
