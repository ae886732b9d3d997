package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Predicate;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.ledger.reference.Reference;
import nl.marge.profitability.ProfitAndLoss;

/**
 * What calculations stand on: the report as it is, the amounts behind it by key, and the allocation runs in its range.
 *
 * @param report before any lever is moved
 * @param amounts by every key there is, shown in the report or not
 * @param considered the runs that count and whose whole period lies in the range
 * @param runs those that a moved driver reaches, as they would be made now
 * @param drivers the quantities by which these are calculated
 * @param warnings what a reader must know, as sentences
 */
public record Ground(
        Scope scope,
        ProfitAndLoss report,
        StatementRows rows,
        KeyAxes axes,
        KeyedSets sets,
        List<KeyedAmounts> amounts,
        List<AllocationRun> considered,
        List<BaseRun> runs,
        DriverColumns drivers,
        List<String> warnings) {

    public Ground {
        requireNonNull(scope, "scope");
        requireNonNull(report, "report");
        requireNonNull(rows, "rows");
        requireNonNull(axes, "axes");
        requireNonNull(sets, "sets");
        amounts = List.copyOf(amounts);
        considered = List.copyOf(considered);
        runs = List.copyOf(runs);
        requireNonNull(drivers, "drivers");
        warnings = List.copyOf(warnings);
    }

    /** The same ground where these runs are found to count, with what there is to know about them. */
    Ground with(List<AllocationRun> counting, List<String> about) {
        return new Ground(scope, report, rows, axes, sets, amounts, counting, runs, drivers, about);
    }

    /** The books. */
    public Reference reference() {
        return report.reference();
    }

    /** Decimals of the currency. */
    public int decimals() {
        return reference().company().decimals();
    }

    /** Which keys a filter that the ground was made for lets through. */
    public Predicate<List<Integer>> reach(DimensionFilter filter) {
        return axes.reach(filter);
    }

    /** Which keys stand in the row of that key. */
    Predicate<List<Integer>> reachOfRow(List<Integer> rowKey) {
        Predicate<List<Integer>> shown = axes.reach(scope.selection().filter());
        return shown.and(key -> axes.rowKey(key).equals(rowKey));
    }
}
