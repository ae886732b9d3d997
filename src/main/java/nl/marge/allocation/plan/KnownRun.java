package nl.marge.allocation.plan;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.engine.AllocationEngine;
import nl.marge.allocation.engine.Unplannable;
import nl.marge.kernel.Violations;

/**
 * A run as it would be made, kept so that what other quantities make of it is calculated without the rules that they do
 * not touch. It holds each portion of each rule: 12 bytes for one, 20 where a rule divides cost of several
 * origins. Pure, and may be shared by threads.
 */
public final class KnownRun {

    private final PlannedRun run;
    private final DriverWeights drivers;
    private final AllocationEngine.Known known;

    private KnownRun(Gathered gathered, DriverWeights drivers, Assembly assembly) {
        this.drivers = drivers;
        known = calculated(gathered, () -> AllocationEngine.known(assembly.input()));
        run = new PlannedRun(gathered, assembly, known.plan());
    }

    /**
     * What a run comes to by what was gathered, as {@link RunPlanning#calculated} gives it.
     *
     * @throws nl.marge.kernel.Refusal when something is missing, or cost could not go on
     */
    public static KnownRun of(Gathered gathered) {
        Violations violations = new Violations();
        DriverWeights drivers = new DriverWeights(gathered, violations);
        Assembly assembly = Assembly.of(gathered, drivers, violations);
        violations.refuseContent();
        return new KnownRun(gathered, drivers, assembly);
    }

    /** The run. */
    public PlannedRun run() {
        return run;
    }

    /**
     * What the run comes to by other quantities of some drivers, receivers numbered as in the run. The result of a rule
     * that they do not reach is the instance of the run.
     *
     * @param changed driver code to the quantities of the same receivers in the same order
     * @throws nl.marge.kernel.Refusal when cost could not go on
     * @throws IllegalArgumentException if the receivers are others
     */
    public PlannedRun with(Map<String, List<DriverQuantity>> changed) {
        changed.forEach(this::requireSameReceivers);
        Gathered gathered = run.gathered().with(changed);
        Violations violations = new Violations();
        Assembly assembly =
                run.assembly().with(gathered, changed.keySet(), drivers.with(gathered, violations), violations);
        violations.refuseContent();
        return new PlannedRun(
                gathered,
                assembly,
                calculated(gathered, () -> AllocationEngine.again(assembly.input(), known))
                        .plan());
    }

    private void requireSameReceivers(String driver, List<DriverQuantity> quantities) {
        List<DriverQuantity> before = run.gathered().quantities().get(driver);
        boolean same = before != null && before.size() == quantities.size();
        for (int i = 0; same && i < quantities.size(); i++) {
            DriverQuantity then = before.get(i);
            same = then == quantities.get(i)
                    || then.receiver().equals(quantities.get(i).receiver());
        }
        if (!same) {
            throw new IllegalArgumentException("driver " + driver + " is to have quantities of other receivers");
        }
    }

    private static AllocationEngine.Known calculated(Gathered gathered, Supplier<AllocationEngine.Known> calculation) {
        try {
            return calculation.get();
        } catch (Unplannable unplannable) {
            throw RunPlanning.refused(gathered, unplannable);
        }
    }
}
