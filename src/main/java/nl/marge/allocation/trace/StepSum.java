package nl.marge.allocation.trace;

import java.util.Comparator;
import nl.marge.allocation.run.ReceiverTrace;
import nl.marge.allocation.run.ReceiverTrace.StoredSteps;

/** What one part of a rule brought several receivers on one account. */
final class StepSum {

    /** By rule, part and account. */
    static final Comparator<StepSum> ORDER = Comparator.<StepSum>comparingInt(sum -> sum.key.rule)
            .thenComparingInt(sum -> sum.key.part)
            .thenComparingInt(sum -> sum.key.accountId);

    private final Key key;
    private final DecimalSum weight = new DecimalSum();
    private long amount;
    private int lastReceiver;

    /** A sum of steps like this one. */
    StepSum(StoredSteps step) {
        key = new Key(step);
    }

    /** What steps that are added up have in common. */
    record Key(int rule, int part, int accountId) {
        Key(StoredSteps step) {
            this(step.rule(), step.part(), step.accountId());
        }
    }

    /** Whether the step is of the same rule, part and account. */
    boolean isOf(StoredSteps step) {
        return step.rule() == key.rule && step.part() == key.part && step.accountId() == key.accountId;
    }

    /**
     * Adds a step of a receiver, of which each has a number from 1. The same pool's cost may come to a receiver on one
     * account in several steps, whose weight is one and the same.
     */
    void add(StoredSteps step, int receiver) {
        amount = Math.addExact(amount, step.amount());
        if (receiver == lastReceiver) {
            return;
        }
        lastReceiver = receiver;
        if (step.isShort()) {
            weight.add(step.weightUnits(), step.weightDecimals());
        } else {
            weight.add(step.weight());
        }
    }

    /** The sum as a step. */
    ReceiverTrace.Step step() {
        return new ReceiverTrace.Step(key.rule, key.part, key.accountId, weight.value(), amount);
    }
}
