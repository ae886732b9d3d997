package nl.marge.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.marge.allocation.driver.DriverQuantities;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.engine.AllocationEngine;
import nl.marge.allocation.engine.AllocationPlan;
import nl.marge.allocation.engine.Unplannable;
import nl.marge.allocation.engine.Unplannable.ClosedGroup;
import nl.marge.allocation.engine.Unplannable.StrandedCost;
import nl.marge.allocation.engine.Unplannable.TooManyPortions;
import nl.marge.allocation.measure.LedgerMeasurement;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Method;
import nl.marge.company.Company;
import nl.marge.cube.CubeView;
import nl.marge.cube.Cubes;
import nl.marge.cube.Questions;
import nl.marge.dimension.definition.Values;
import nl.marge.kernel.Money;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.period.PeriodRules;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;

/** Gathers what a run is calculated from, and calculates it: the door of this room. */
@ApplicationScoped
public class RunPlanning {

    private final Cubes cubes;
    private final References references;
    private final AllocationReferences allocationReferences;
    private final DriverQuantities quantities;
    private final Values values;
    private final Questions questions;
    private final RecentlyGathered recently = new RecentlyGathered();

    RunPlanning(
            Cubes cubes,
            References references,
            AllocationReferences allocationReferences,
            DriverQuantities quantities,
            Values values,
            Questions questions) {
        this.cubes = cubes;
        this.references = references;
        this.allocationReferences = allocationReferences;
        this.quantities = quantities;
        this.values = values;
        this.questions = questions;
    }

    /**
     * Calculates a run over all that is committed.
     *
     * @throws Refusal with everything that stands against it; nothing was written
     */
    public PlannedRun plan(Company company, RunRequest request) {
        reserve(company, request);
        Gathered gathered = gather(company, request);
        Violations violations = new Violations();
        Assembly assembly = Assembly.of(gathered, violations);
        RunRules.check(gathered, assembly, violations);
        violations.refuseContent();
        AllocationPlan plan = calculated(gathered, assembly);
        PlannedRun run = new PlannedRun(gathered, assembly, plan);
        ArrivalRules.check(run, violations);
        violations.refuseContent();
        return run;
    }

    /**
     * What a run would be calculated from.
     *
     * @throws Refusal when there is no such cycle, or no version of it in the period, or two pools share a cost
     */
    public Gathered gather(Company company, RunRequest request) {
        CubeView view = cubes.current(company);
        Reference reference = references.current(company);
        String key = company.id() + "/" + reference.version() + "/" + view.number() + "/" + request;
        Optional<Gathered> known = recently.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        Gathered gathered = gather(view, reference, request);
        recently.keep(key, gathered);
        return gathered;
    }

    private Gathered gather(CubeView view, Reference reference, RunRequest request) {
        Company company = reference.company();
        AllocationSettings settings = allocationReferences.current(company, reference.version());
        AllocationCycle.Version version = version(settings, request);
        LedgerFacts facts =
                new LedgerFacts(new LedgerMeasurement(view, reference, request.measured(), questions), settings);
        Violations violations = new Violations();
        Map<String, List<SourceCell>> cells = facts.cells(version.rules(), violations);
        Map<String, List<DriverQuantity>> byDriver = new LinkedHashMap<>();
        for (String code : drivers(version)) {
            Driver driver = settings.driver(code).orElseThrow();
            byDriver.put(
                    code,
                    driver.fromLedger().isPresent()
                            ? facts.quantities(driver)
                            : quantities.of(reference.company(), code, request.period(), reference.version()));
        }
        violations.refuseContent();
        return new Gathered(request, reference, settings, version, view.number(), cells, byDriver);
    }

    private static SortedSet<String> drivers(AllocationCycle.Version version) {
        SortedSet<String> drivers = new TreeSet<>();
        version.rules().forEach(rule -> drivers.addAll(RunPrints.drivers(rule)));
        return drivers;
    }

    /**
     * Makes sure that a run can be asked for, posted or not: what is no allocation of this period is none on trial.
     *
     * @throws Refusal when there is no such cycle, or no version of it in the period, or the period takes no
     *     allocations
     */
    public void requirePossible(Company company, RunRequest request) {
        Reference reference = references.current(company);
        version(allocationReferences.current(company, reference.version()), request);
        Violations violations = new Violations();
        RunRules.checkPeriod(reference, request, violations);
        violations.refuseContent();
    }

    /** The codes of the drivers by which a run would be made now; none where its cycle has no version any more. */
    public Set<String> drivers(Company company, RunRequest request) {
        Reference reference = references.current(company);
        return allocationReferences
                .current(company, reference.version())
                .cycle(request.cycle())
                .flatMap(cycle -> cycle.in(request.period()))
                .<Set<String>>map(RunPlanning::drivers)
                .orElse(Set.of());
    }

    /**
     * Makes sure that the entries of a run can be reversed.
     *
     * @return the reference version of which that is true
     * @throws Refusal when the period takes no reversal
     */
    public long requireReversible(Company company, RunRequest request) {
        Reference reference = references.current(company);
        new PeriodRules(reference.settings().periods(), request.scenario())
                .refuseReversal(request.last())
                .ifPresent(closed -> {
                    throw refused(
                            closed.code(),
                            "Period " + request.period() + " of scenario " + request.scenario()
                                    + " takes no reversals. Reopen it, or set it to SOFT_CLOSED.");
                });
        return reference.version();
    }

    /** The version of the cycle that holds in the period. */
    private static AllocationCycle.Version version(AllocationSettings settings, RunRequest request) {
        AllocationCycle cycle = settings.cycle(request.cycle())
                .orElseThrow(() -> Refusal.of(
                        Refusal.Reason.ENTRY_REFUSED,
                        Violation.at(
                                "/cycle",
                                ViolationCode.CYCLE_UNKNOWN,
                                "Allocation cycle " + request.cycle()
                                        + " is unknown. Create it with PUT .../allocation-cycles/{cycle}.")));
        return cycle.in(request.period())
                .orElseThrow(() -> Refusal.of(
                        Refusal.Reason.ENTRY_REFUSED,
                        Violation.at(
                                "/period",
                                ViolationCode.CYCLE_VERSION_MISSING,
                                "Allocation cycle " + cycle.code() + " has no version that holds in "
                                        + request.period() + "; its first is from "
                                        + cycle.versions().stream()
                                                .findFirst()
                                                .map(first -> first.from().toString())
                                                .orElse("no period")
                                        + ". Add a version from " + request.period() + " or before.")));
    }

    private void reserve(Company company, RunRequest request) {
        Reference reference = references.current(company);
        AllocationSettings settings = allocationReferences.current(company, reference.version());
        Set<Integer> dimensions = new HashSet<>();
        for (AllocationRule rule : version(settings, request).rules()) {
            if (rule.method() == Method.TIME_DRIVEN) {
                dimensions.addAll(
                        ReservedDimensions.of(reference.dimensions(), Gathered.receivingDimensions(settings, rule)));
            }
        }
        if (!dimensions.isEmpty()) {
            values.ensureReserved(company, dimensions);
        }
    }

    /**
     * What a run comes to by what was gathered, whether or not it may be posted: for questions that post nothing.
     *
     * @throws Refusal when something is missing, or cost could not go on
     */
    public static PlannedRun calculated(Gathered gathered) {
        Violations violations = new Violations();
        Assembly assembly = Assembly.of(gathered, violations);
        violations.refuseContent();
        return new PlannedRun(gathered, assembly, calculated(gathered, assembly));
    }

    private static AllocationPlan calculated(Gathered gathered, Assembly assembly) {
        try {
            return AllocationEngine.plan(assembly.input());
        } catch (Unplannable unplannable) {
            throw refused(gathered, unplannable);
        }
    }

    /** What stands against a run that cannot be calculated. */
    static Refusal refused(Gathered gathered, Unplannable unplannable) {
        String period = " in " + gathered.request().period();
        if (unplannable instanceof StrandedCost stranded) {
            String amount =
                    Money.text(stranded.amount(), gathered.reference().company().decimals());
            return refused(
                    ViolationCode.COST_STRANDED,
                    "Pool " + stranded.pool() + " receives " + amount
                            + " from other pools, but the driver quantities of"
                            + " its rule " + stranded.rule() + " sum to 0" + period
                            + ", so the cost could not go on. Give quantities, or take the pool out of the receivers.");
        }
        if (unplannable instanceof ClosedGroup closed) {
            return refused(
                    ViolationCode.RECIPROCAL_GROUP_CLOSED,
                    "Pools " + String.join(", ", closed.pools()) + " serve only each other" + period
                            + ", so their cost has no way out. Give quantities of receivers outside of the group.");
        }
        TooManyPortions many = (TooManyPortions) unplannable;
        return refused(
                ViolationCode.ENTRY_TOO_LARGE,
                "Rule " + many.rule() + " would divide cost of " + many.origins() + " accounts and kept values over "
                        + many.receivers() + " receivers" + period + "; at most " + TooManyPortions.LIMIT
                        + " portions. Keep fewer dimensions, name an arrival account, or narrow the receivers.");
    }

    private static Refusal refused(ViolationCode code, String message) {
        return Refusal.of(Refusal.Reason.ENTRY_REFUSED, Violation.at("/period", code, message));
    }
}
