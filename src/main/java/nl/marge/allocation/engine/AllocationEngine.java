package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
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
        return known(input).plan();
    }

    /** The same, kept so that it can be calculated {@link #again} with other senders or costs. */
    public static Known known(AllocationInput input) {
        return again(input, Known.NOTHING);
    }

    /**
     * What {@link #plan} gives, where much is as it was {@code before}: a turn whose senders are the same instances,
     * whose pools hold the same and for which the same pools are open comes out the same, so it is not calculated again
     * and its results are the instances of before.
     */
    public static Known again(AllocationInput input, Known before) {
        Pools pools = new Pools(input);
        List<Known.Round> rounds = new ArrayList<>();
        for (List<Sender> together : turns(input.senders())) {
            List<Turn> turns = together.stream().map(pools::close).toList();
            BitSet closed = pools.closed();
            Known.Round round = before.at(rounds.size())
                    .filter(known -> known.isSame(turns, closed))
                    .orElseGet(() -> new Known.Round(turns, closed, run(turns, pools)));
            round.results().forEach(result -> pools.deliver(result.portions()));
            rounds.add(round);
        }
        pools.requireNothingWaiting();
        return new Known(rounds);
    }

    /** A plan with the turns it was calculated in. */
    public static final class Known {

        private static final Known NOTHING = new Known(List.of());

        private final List<Round> rounds;
        private final AllocationPlan plan;

        private Known(List<Round> rounds) {
            this.rounds = rounds;
            plan = new AllocationPlan(
                    rounds.stream().flatMap(round -> round.results().stream()).toList());
        }

        /** What became of each rule. */
        public AllocationPlan plan() {
            return plan;
        }

        private Optional<Round> at(int index) {
            return index < rounds.size() ? Optional.of(rounds.get(index)) : Optional.empty();
        }

        /** The turns of those who ran together, which pools had sent by then, themselves among them, and what came. */
        private record Round(List<Turn> turns, BitSet closed, List<RuleResult> results) {

            boolean isSame(List<Turn> others, BitSet closedThen) {
                boolean same = turns.size() == others.size() && closed.equals(closedThen);
                for (int i = 0; same && i < others.size(); i++) {
                    same = turns.get(i).isSame(others.get(i));
                }
                return same;
            }
        }
    }

    private static List<RuleResult> run(List<Turn> turns, Pools pools) {
        return switch (turns.get(0).sender().method()) {
            case FIXED, DIRECT, STEP_DOWN -> List.of(divide(turns.get(0), pools));
            case TIME_DRIVEN -> List.of(TimeDrivenRule.run(turns.get(0), pools));
            case RECIPROCAL -> ReciprocalGroup.run(turns, pools);
        };
    }

    /** By weights alone: these methods differ in who is open to receive ({@link Rows}). */
    private static RuleResult divide(Turn turn, Pools pools) {
        if (turn.hasNothing()) {
            return turn.nothing();
        }
        Sender sender = turn.sender();
        Rows rows = Rows.of(sender, pools);
        Weights weights = pools.weights(rows.weights());
        if (weights.total().signum() == 0) {
            return turn.withoutDriver();
        }
        List<Parcel> origins = Origins.together(turn.parcels(), sender.keep(), Origins.accountsMatter(sender));
        turn.limit(rows.size(), origins.size());
        long[] cells = Apportionment.by(weights).split(Origins.amounts(origins));
        Portions portions = Arrivals.asTheyAre(sender, origins, rows, cells).orElseGet(() -> {
            Arrivals arrivals = new Arrivals(sender, origins, rows.size());
            arrivals.addAll(rows, cells);
            return arrivals.portions();
        });
        return turn.allocated(turn.exact(turn.total()), BigDecimal.ZERO, portions);
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
