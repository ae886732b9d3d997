package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.allocation.plan.ArrivalSets;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.plan.KnownRun;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.allocation.plan.RunRequest;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;

/** An allocation run as it would be made now, and in which rows what it brings is shown; threads may share it. */
public final class BaseRun {

    /** Kept dimension sets whose rows are remembered at most, by receiver: of more there are few receivers each. */
    private static final int KEPT_LIMIT = 64;

    /** The row of a receiver that was not asked for yet. */
    static final int UNKNOWN = KeyedSets.NONE - 1;

    private static final int[] NOT_REMEMBERED = {};

    private final KnownRun known;
    private final KeyedSets sets;
    private final int lastDay;
    private final Map<DimensionSet, int[]> rowsByKept = new ConcurrentHashMap<>();

    BaseRun(KnownRun known, KeyedSets sets) {
        this.known = requireNonNull(known, "known");
        this.sets = requireNonNull(sets, "sets");
        lastDay = Math.toIntExact(known.run().gathered().request().last().toEpochDay());
    }

    /** What it is calculated from. */
    public Gathered gathered() {
        return known.run().gathered();
    }

    /** What it comes to. */
    PlannedRun run() {
        return known.run();
    }

    /** What it comes to by other quantities of the same receivers, by driver code. */
    PlannedRun with(Map<String, List<DriverQuantity>> changed) {
        return again(gathered().request(), () -> known.with(changed));
    }

    /**
     * What is made of a run anew.
     *
     * @throws Refusal when it cannot be made, by the cycle and the period, which the question does not name
     */
    static <T> T again(RunRequest request, Supplier<T> making) {
        try {
            return making.get();
        } catch (Refusal refused) {
            String named = "The run of cycle " + request.cycle() + " in " + request.period()
                    + " would have to be made again, and cannot. ";
            throw new Refusal(
                    refused.reason(),
                    refused.violations().stream()
                            .map(wrong -> new Violation(wrong.code(), Place.REQUEST, named + wrong.message()))
                            .toList(),
                    refused.violationsTotal());
        }
    }

    /** The rows of receivers by cost that keeps {@code kept}, or {@link #UNKNOWN} where {@link #row} was not asked. */
    int[] rows(DimensionSet kept) {
        int[] rows = rowsByKept.get(kept);
        if (rows != null) {
            return rows;
        }
        if (rowsByKept.size() >= KEPT_LIMIT) {
            return NOT_REMEMBERED;
        }
        int[] unknown = new int[run().assembly().receivers().size()];
        Arrays.fill(unknown, UNKNOWN);
        rowsByKept.put(kept, unknown);
        return unknown;
    }

    /** Finds the row of {@link KeyedSets} in which what comes to a receiver is shown, or {@link KeyedSets#NONE}. */
    int row(int[] rows, int receiver, Arrival arrival) {
        int row = sets.shownRow(arrival.sets().of(arrival.result(), receiver, arrival.kept()), lastDay);
        if (receiver < rows.length) {
            rows[receiver] = row;
        }
        return row;
    }

    /** Cost of a rule that keeps something of where it comes from. */
    record Arrival(ArrivalSets sets, RuleResult result, DimensionSet kept) {
        Arrival {
            requireNonNull(sets, "sets");
            requireNonNull(result, "result");
            requireNonNull(kept, "kept");
        }
    }
}
