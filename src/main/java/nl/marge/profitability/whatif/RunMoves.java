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

    private static final int FIRST_ROWS = 16;

    private final KeyedSets sets;
    private final StatementRows statement;
    private long[][] sums = new long[FIRST_ROWS][];

    RunMoves(KeyedSets sets, StatementRows statement) {
        this.sets = sets;
        this.statement = statement;
    }

    /** Adds what a run posts then, and takes away what it posts as it is. */
    void add(BaseRun base, PlannedRun then) {
        ArrivalSets arrivals = new ArrivalSets(base.run());
        List<RuleResult> before = base.run().plan().results();
        List<RuleResult> after = then.plan().results();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != after.get(i)) {
                add(base, arrivals, before.get(i), -1);
                add(base, arrivals, after.get(i), 1);
            }
        }
    }

    /** By row key the amounts of statement rows, with natural signs; rows in which nothing is moved may be missing. */
    Map<List<Integer>, BigInteger[]> byRow() {
        Map<List<Integer>, BigInteger[]> byRow = new LinkedHashMap<>();
        for (int row = 0; row < sums.length; row++) {
            if (sums[row] != null) {
                BigInteger[] amounts = new BigInteger[statement.count()];
                long[] sum = sums[row];
                Arrays.setAll(amounts, line -> statement.natural(line, BigInteger.valueOf(sum[line])));
                byRow.put(sets.rowKey(row), amounts);
            }
        }
        return byRow;
    }

    private void add(BaseRun base, ArrivalSets arrivals, RuleResult result, int sign) {
        if (result.outcome() == Outcome.ALLOCATED) {
            addLeaving(base, result, sign);
            addArriving(base, arrivals, result, sign);
        }
    }

    private void addLeaving(BaseRun base, RuleResult result, int sign) {
        int pool = result.sender().pool();
        for (SourceCell cell : base.gathered().cells(base.gathered().rules().get(pool))) {
            int line = statement.rowOfAccount(cell.accountId());
            if (line != StatementLayout.NO_ROW) {
                add(sets.shownRow(cell.set(), cell.membershipDay()), line, Math.multiplyExact(-sign, cell.amount()));
            }
        }
    }

    private void addArriving(BaseRun base, ArrivalSets arrivals, RuleResult result, int sign) {
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
        for (int i = 0; i < portions.size(); i++) {
            int receiver = portions.receivers()[i];
            int origin = portions.originIndexes()[i];
            if (!RunLines.isPool(receiver) && lines[origin] != StatementLayout.NO_ROW) {
                int row = base.row(rows[origin], receiver, arrival[origin]);
                add(row, lines[origin], sign * portions.amounts()[i]);
            }
        }
    }

    private void add(int row, int line, long amount) {
        if (row == KeyedSets.NONE) {
            return;
        }
        if (row >= sums.length) {
            sums = Arrays.copyOf(sums, Math.max(row + 1, 2 * sums.length));
        }
        if (sums[row] == null) {
            sums[row] = new long[statement.count()];
        }
        sums[row][line] = Math.addExact(sums[row][line], amount);
    }
}
