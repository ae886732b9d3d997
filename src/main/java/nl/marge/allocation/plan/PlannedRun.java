package nl.marge.allocation.plan;

import static java.util.Objects.requireNonNull;

import nl.marge.allocation.engine.AllocationPlan;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.allocation.engine.Stream;
import nl.marge.allocation.setting.Receiver;

/** A run calculated but not posted. */
public record PlannedRun(Gathered gathered, Assembly assembly, AllocationPlan plan) {
    public PlannedRun {
        requireNonNull(gathered, "gathered");
        requireNonNull(assembly, "assembly");
        requireNonNull(plan, "plan");
    }

    /** Fingerprints of what it was calculated from, made anew each time: a question that posts nothing needs none. */
    public RunPrints prints() {
        return RunPrints.of(gathered);
    }

    /** Who a receiver of a rule's portions is. */
    public Receiver receiver(RuleResult result, int receiver) {
        if (RunLines.isPool(receiver)) {
            return new Receiver.Pool(
                    assembly.input().pools().get(Stream.pool(receiver)).code());
        }
        return receiver < assembly.receivers().size()
                ? assembly.receivers().receiver(receiver)
                : ArrivalSets.reserved(gathered, result, receiver);
    }
}
