package nl.marge.profitability.whatif;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.allocation.engine.Parcel;
import nl.marge.allocation.engine.Portions;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.allocation.engine.RuleResult.Outcome;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.plan.ArrivalSets;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.allocation.plan.RunLines;
import nl.marge.ledger.reference.StatementLayout;

/**
 * What runs post otherwise by other quantities, by row of a report and of the statement: only rules that come out
 * otherwise are gone through. Amounts are summed in minor units, debit +.
 */
final class RunMoves {

    private final KeyedSets sets;
    private final StatementRows statement;
    /** By row of the statement and number of the report's row. */
    private final long[][] sums;

    RunMoves(KeyedSets sets, StatementRows statement) {
        this.sets = sets;
        this.statement = statement;
        sums = new long[statement.count()][0];
    }

    /** Adds what a run posts then, and takes away what it posts as it is. */
    void add(BaseRun base, PlannedRun then) {
        ArrivalSets arrivals = new ArrivalSets(base.run());
        List<RuleResult> before = base.run().plan().results();
        List<RuleResult> after = then.plan().results();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != after.get(i)) {
                add(base, arrivals, before.get(i), after.get(i));
            }
        }
    }

    /** By row key the amounts of statement rows, with natural signs; rows in which nothing is moved may be missing. */
    Map<List<Integer>, BigInteger[]> byRow() {
        Map<List<Integer>, BigInteger[]> byRow = new LinkedHashMap<>();
        int rows = Arrays.stream(sums).mapToInt(sum -> sum.length).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            BigInteger[] amounts = AmountLevers.zeros(statement.count());
            boolean moved = false;
            for (int line = 0; line < amounts.length; line++) {
                if (row < sums[line].length && sums[line][row] != 0) {
                    amounts[line] = statement.natural(line, BigInteger.valueOf(sums[line][row]));
                    moved = true;
                }
            }
            if (moved) {
                byRow.put(sets.rowKey(row), amounts);
            }
        }
        return byRow;
    }

    private void add(BaseRun base, ArrivalSets arrivals, RuleResult before, RuleResult after) {
        Portions were = before.portions();
        Portions are = after.portions();
        if (goAlike(were, are)) {
            long[] more = new long[are.size()];
            for (int i = 0; i < more.length; i++) {
                more[i] = Math.subtractExact(are.amounts()[i], were.amounts()[i]);
            }
            addArriving(base, arrivals, after, more);
        } else {
            addArriving(base, arrivals, after, are.amounts());
            addArriving(
                    base,
                    arrivals,
                    before,
                    Arrays.stream(were.amounts()).map(Math::negateExact).toArray());
        }
        if (before.outcome() != after.outcome()) {
            addLeaving(base, after, -1);
            addLeaving(base, before, 1);
        }
    }

    /** Whether portion by portion cost goes to the same receivers and comes from the same. */
    private static boolean goAlike(Portions some, Portions others) {
        boolean alike = some.origins().size() == others.origins().size()
                && Arrays.equals(some.receivers(), others.receivers())
                && Arrays.equals(some.originIndexes(), others.originIndexes());
        for (int i = 0; alike && i < some.origins().size(); i++) {
            Parcel one = some.origins().get(i);
            Parcel other = others.origins().get(i);
            alike = one.accountId() == other.accountId() && one.dimensions().equals(other.dimensions());
        }
        return alike;
    }

    private void addLeaving(BaseRun base, RuleResult result, int sign) {
        if (result.outcome() != Outcome.ALLOCATED) {
            return;
        }
        int pool = result.sender().pool();
        for (SourceCell cell : base.gathered().cells(base.gathered().rules().get(pool))) {
            int line = statement.rowOfAccount(cell.accountId());
            int row = sets.shownRow(cell.set(), cell.membershipDay());
            if (line != StatementLayout.NO_ROW && row != KeyedSets.NONE) {
                add(line, row, Math.multiplyExact(sign, cell.amount()));
            }
        }
    }

    private void addArriving(BaseRun base, ArrivalSets arrivals, RuleResult result, long[] amounts) {
        Portions portions = result.portions();
        int origins = portions.origins().size();
        int[] lines = new int[origins];
        int[][] rows = new int[origins][];
        BaseRun.Arrival[] arrival = new BaseRun.Arrival[origins];
        for (int origin = 0; origin < origins; origin++) {
            Parcel from = portions.origins().get(origin);
            lines[origin] = statement.rowOfAccount(from.accountId());
            rows[origin] = base.rows(from.dimensions());
            arrival[origin] = new BaseRun.Arrival(arrivals, result, from.dimensions());
        }
        int[] receivers = portions.receivers();
        int[] originIndexes = portions.originIndexes();
        for (int i = 0; i < receivers.length; i++) {
            int origin = originIndexes[i];
            if (RunLines.isPool(receivers[i]) || lines[origin] == StatementLayout.NO_ROW) {
                continue;
            }
            int[] known = rows[origin];
            int row = receivers[i] < known.length ? known[receivers[i]] : BaseRun.UNKNOWN;
            if (row == BaseRun.UNKNOWN) {
                row = base.row(known, receivers[i], arrival[origin]);
            }
            if (row != KeyedSets.NONE) {
                add(lines[origin], row, amounts[i]);
            }
        }
    }

    private void add(int line, int row, long amount) {
        if (row >= sums[line].length) {
            sums[line] = Arrays.copyOf(sums[line], 2 * row + 1);
        }
        sums[line][row] = Math.addExact(sums[line][row], amount);
    }
}
