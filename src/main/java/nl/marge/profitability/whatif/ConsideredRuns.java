package nl.marge.profitability.whatif;

import java.util.List;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.run.AllocationRun;

/**
 * The allocation runs that a ground stands on.
 *
 * @param gathered what those that a moved driver reaches would be calculated from now
 * @param warnings of runs that were left out or are stale
 */
record ConsideredRuns(List<AllocationRun> runs, List<Gathered> gathered, List<String> warnings) {
    ConsideredRuns {
        runs = List.copyOf(runs);
        gathered = List.copyOf(gathered);
        warnings = List.copyOf(warnings);
    }
}
