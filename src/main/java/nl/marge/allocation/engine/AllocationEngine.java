package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.apportion.Apportionment;
import nl.marge.kernel.apportion.Weights;

/** Divides the cost of pools over receivers by the rules of a cycle (docs/spec-allocation.md). */
public final class AllocationEngine {

    private AllocationEngine() {}

    /**
     * What becomes of each rule's cost. Rules run in the order given; a reciprocal group runs as one where its first
     * member stands. The same input gives the same plan, and opposite costs give opposite portions.
     *
     * @throws Unplannable.StrandedCost if a pool got cost from another and its own weights sum to zero
     * @throws Unplannable.ClosedGroup if cost cannot leave a reciprocal group
     * @throws Unplannable.TooManyPortions if one rule would make more than {@link Unplannable.TooManyPortions#LIMIT}
     * @throws IllegalArgumentException if the rules are none that a cycle can have
     * @throws ArithmeticException if amounts sum to more than a long holds
     */
    public static AllocationPlan plan(AllocationInput input) {
        Pools pools = new Pools(input);
        List<RuleResult> results = new ArrayList<>();
        for (List<Sender> together : turns(input.senders())) {
            results.addAll(run(together, pools));
        }
        pools.requireNothingWaiting();
        return new AllocationPlan(results);
    }

    private static List<RuleResult> run(List<Sender> together, Pools pools) {
        List<Turn> turns = together.stream().map(pools::close).toList();
        List<RuleResult> results =
                switch (together.get(0).method()) {
                    case FIXED, DIRECT, STEP_DOWN -> List.of(divide(turns.get(0), pools));
                    case TIME_DRIVEN -> List.of(TimeDrivenRule.run(turns.get(0), pools));
                    case RECIPROCAL -> ReciprocalGroup.run(turns, pools);
                };
        results.forEach(result -> pools.deliver(result.portions()));
        return results;
    }

    /** By weights alone: these methods differ in who is open to receive ({@link Rows}). */
    private static RuleResult divide(Turn turn, Pools pools) {
        if (turn.hasNothing()) {
            return turn.nothing();
        }
        Sender sender = turn.sender();
        Rows rows = Rows.of(sender, pools);
        Weights weights = Weights.of(rows.weights());
        if (weights.total().signum() == 0) {
            return turn.withoutDriver();
        }
        List<Parcel> origins = Origins.together(turn.parcels(), sender.keep(), Origins.accountsMatter(sender));
        turn.limit(rows.size(), origins.size());
        long[] cells = Apportionment.by(weights).split(Origins.amounts(origins));
        Arrivals arrivals = new Arrivals(sender, origins, rows.size());
        for (int row = 0; row < rows.size() && !origins.isEmpty(); row++) {
            arrivals.add(rows.streams()[row], rows.receivers()[row], cells, row * origins.size());
        }
        return turn.allocated(turn.exact(turn.total()), BigDecimal.ZERO, arrivals.portions());
    }

    /** Who runs together: each rule alone, and each reciprocal group, whose members follow each other. */
    private static Collection<List<Sender>> turns(List<Sender> senders) {
        Map<Object, List<Sender>> turns = new LinkedHashMap<>();
        Optional<String> previous = Optional.empty();
        for (Sender sender : senders) {
            if (sender.group().isPresent() != (sender.method() == Method.RECIPROCAL)) {
                throw new IllegalArgumentException("rule " + sender.rule() + " is " + sender.method() + " in the group "
                        + sender.group() + "; a group is for RECIPROCAL alone");
            }
            Object turn = sender.group().isPresent() ? sender.group() : sender.rule();
            if (turns.containsKey(turn)
                    && !(sender.group().isPresent() && sender.group().equals(previous))) {
                throw new IllegalArgumentException(
                        "rule " + sender.rule() + " runs apart from others of its name or group");
            }
            turns.computeIfAbsent(turn, key -> new ArrayList<>()).add(sender);
            previous = sender.group();
        }
        return turns.values();
    }
}
