package nl.marge.allocation.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.plan.PoolCells;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.company.Company;
import nl.marge.cube.CubeView;
import nl.marge.cube.Cubes;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Money;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;

/** Whether runs of other cycles have taken what a run would take: each cost is consumed once (domain.md R37). */
@ApplicationScoped
class OtherCycles {

    private final AllocationRuns runs;
    private final AllocationReferences references;
    private final Cubes cubes;

    OtherCycles(AllocationRuns runs, AllocationReferences references, Cubes cubes) {
        this.runs = runs;
        this.references = references;
        this.cubes = cubes;
    }

    /**
     * Makes sure that no current run of another cycle took a cost that was gathered.
     *
     * @throws nl.marge.kernel.Refusal with each pool and run that share one
     */
    void requireApart(Gathered gathered) {
        Reference reference = gathered.reference();
        Company company = reference.company();
        Violations violations = new Violations();
        runs
                .current(
                        company,
                        gathered.request().period(),
                        gathered.request().period(),
                        gathered.request().scenario())
                .stream()
                .filter(run -> !run.request().cycle().equals(gathered.request().cycle()))
                .forEach(run -> compare(gathered, run, violations));
        violations.refuseContent();
    }

    private void compare(Gathered gathered, AllocationRun run, Violations violations) {
        Map<Spot, SourceCell> taken = new HashMap<>();
        taken(gathered, run).forEach(cell -> taken.put(Spot.of(cell), cell));
        for (AllocationRule rule : gathered.rules()) {
            gathered.cells(rule).stream()
                    .map(Spot::of)
                    .filter(taken::containsKey)
                    .findFirst()
                    .ifPresent(shared -> violations.add(
                            "/cycle",
                            ViolationCode.POOLS_OVERLAP,
                            refusal(gathered.reference(), rule, run, taken.get(shared))));
        }
    }

    private static String refusal(Reference reference, AllocationRule rule, AllocationRun run, SourceCell cell) {
        return "Pool " + rule.pool() + " holds cost that run " + run.id() + " of cycle "
                + run.request().cycle() + " has allocated in " + run.request().period() + ": "
                + Money.text(cell.amount(), reference.company().decimals())
                + " on account " + reference.account(cell.accountId()).code()
                + ", for example. Each cost is allocated once: reverse that run, or let the pool leave its cost out.";
    }

    /**
     * What the pools of a run held when it was made, as its rules had them: what came since it has not taken, unless it
     * came to where something was taken, for then both lie in one amount.
     */
    private List<SourceCell> taken(Gathered gathered, AllocationRun run) {
        Reference reference = gathered.reference();
        CubeView view = cubes.current(reference.company()).upTo(Math.min(gathered.number(), run.ledgerNumber()));
        return new PoolCells(reference, references.asOf(reference.company(), run.referenceVersion()), run.poolsTaken())
                .in(view, run.request().measured());
    }

    /** Where an amount lies, however much it is. */
    private record Spot(int accountId, DimensionSet set, int membershipDay) {

        static Spot of(SourceCell cell) {
            return new Spot(cell.accountId(), cell.set(), cell.membershipDay());
        }
    }
}
