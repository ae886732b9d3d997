package nl.marge.allocation.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.marge.allocation.engine.Unplannable.ClosedGroup;
import nl.marge.allocation.engine.Unplannable.StrandedCost;

/** The plans of ten thousand cycles, calculated once for all laws. */
final class SeededPlans {

    private static final int CYCLES = 10_000;

    /** Those cycles that can be planned; from the others cost cannot leave, which is told by an exception. */
    static final Map<SeededCycle, AllocationPlan> ALL = all();

    private SeededPlans() {}

    private static Map<SeededCycle, AllocationPlan> all() {
        Map<SeededCycle, AllocationPlan> plans = new LinkedHashMap<>();
        for (long seed = 0; seed < CYCLES; seed++) {
            SeededCycle cycle = new SeededCycle(seed);
            try {
                plans.put(cycle, AllocationEngine.plan(cycle.input));
            } catch (StrandedCost | ClosedGroup refused) {
                continue;
            } catch (RuntimeException bug) {
                throw new IllegalStateException(cycle.toString(), bug);
            }
        }
        if (plans.size() < CYCLES * 8 / 10) {
            throw new IllegalStateException("only " + plans.size() + " cycles could be planned");
        }
        return plans;
    }
}
