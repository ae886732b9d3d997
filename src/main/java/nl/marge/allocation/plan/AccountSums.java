package nl.marge.allocation.plan;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.allocation.engine.Portions;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.allocation.measure.SourceCell;

/** What a run changes on each account, in minor units, debit +; all of it sums to zero. */
public final class AccountSums {

    private AccountSums() {}

    /** The change by account id; an account that comes to zero may be there with 0. */
    public static Map<Integer, BigInteger> of(PlannedRun run) {
        Map<Integer, BigInteger> sums = new TreeMap<>();
        for (RuleResult result : run.plan().results()) {
            if (result.outcome() == RuleResult.Outcome.ALLOCATED) {
                leaving(run, result, sums);
                arriving(result.portions(), sums);
            }
        }
        return sums;
    }

    private static void leaving(PlannedRun run, RuleResult result, Map<Integer, BigInteger> sums) {
        Gathered gathered = run.gathered();
        for (SourceCell cell :
                gathered.cells(gathered.rules().get(result.sender().pool()))) {
            sums.merge(cell.accountId(), BigInteger.valueOf(-cell.amount()), BigInteger::add);
        }
    }

    private static void arriving(Portions portions, Map<Integer, BigInteger> sums) {
        long[] byOrigin = new long[portions.origins().size()];
        for (int i = 0; i < portions.size(); i++) {
            if (!RunLines.isPool(portions.receivers()[i])) {
                int origin = portions.originIndexes()[i];
                byOrigin[origin] = Math.addExact(byOrigin[origin], portions.amounts()[i]);
            }
        }
        for (int i = 0; i < byOrigin.length; i++) {
            // An origin that nothing went out on stands for no account.
            if (byOrigin[i] == 0) {
                continue;
            }
            sums.merge(portions.origins().get(i).accountId(), BigInteger.valueOf(byOrigin[i]), BigInteger::add);
        }
    }
}
