package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.allocation.lever.Lever;
import nl.marge.allocation.lever.LeverKind;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.plan.RunPlanning;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.run.AllocationRuns;
import nl.marge.allocation.run.RunDetail;
import nl.marge.company.Company;
import nl.marge.cube.CubeView;
import nl.marge.cube.Questions;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.kernel.Refusal;
import nl.marge.ledger.Account;
import nl.marge.ledger.reference.Reference;
import nl.marge.profitability.ProfitAndLosses;

/** Loads what calculations stand on. */
@ApplicationScoped
public class Grounds {

    private final Foundation foundation;
    private final AllocationRuns runs;
    private final RunPlanning planning;

    Grounds(Questions questions, ProfitAndLosses reports, AllocationRuns runs, RunPlanning planning) {
        this.foundation = new Foundation(questions, reports);
        this.runs = runs;
        this.planning = planning;
    }

    /** Which drivers are moved: all there are, or those of these codes. */
    public record Drivers(boolean all, Set<String> codes) {

        /** Each driver in its turn. */
        public static final Drivers ALL = new Drivers(true, Set.of());

        public Drivers {
            codes = Set.copyOf(codes);
        }

        /** Whether a run by these drivers has to be calculated again; one that no moved driver reaches stays. */
        boolean reach(Set<String> drivers) {
            return all || drivers.stream().anyMatch(codes::contains);
        }
    }

    /**
     * What is asked of a ground: which report, by which filters levers reach, which drivers are moved, and which levers
     * move lines as they were posted.
     */
    public record Asked(Scope scope, List<DimensionFilter> filters, Drivers drivers, Set<LeverKind> asPosted) {
        public Asked {
            filters = List.copyOf(filters);
            requireNonNull(drivers, "drivers");
            asPosted = Set.copyOf(asPosted);
        }

        /** For these levers with their filters. */
        public static Asked of(Scope scope, List<Lever> levers, List<DimensionFilter> filters) {
            Set<LeverKind> asPosted = levers.stream()
                    .filter(lever -> lever.driver().isEmpty())
                    .map(Lever::kind)
                    .collect(Collectors.toSet());
            Set<String> drivers =
                    levers.stream().flatMap(lever -> lever.driver().stream()).collect(Collectors.toSet());
            return new Asked(scope, filters, new Drivers(false, drivers), asPosted);
        }

        /** For each lever in its turn, with and without drivers. */
        public static Asked each(Scope scope) {
            return new Asked(scope, List.of(), Drivers.ALL, EnumSet.allOf(LeverKind.class));
        }
    }

    /**
     * The ground for what is asked.
     *
     * @param view of the cube, not newer than the reference
     * @throws Refusal when there is too much to be told apart, or a run that a moved driver reaches could not be made
     *     now
     */
    public Ground of(Asked asked, Reference reference, CubeView view) {
        Company company = reference.company();
        List<String> warnings = new ArrayList<>();
        List<AllocationRun> considered = considered(company, asked.scope(), warnings);
        asked.asPosted().stream().sorted().forEach(lever -> warnOfPools(lever, considered, reference, warnings));
        List<Gathered> gathered = new ArrayList<>();
        for (AllocationRun run : considered) {
            if (asked.drivers().reach(planning.drivers(company, run.request()))) {
                gathered.add(BaseRun.again(run.request(), () -> planning.gather(company, run.request())));
            }
        }
        return foundation.ground(asked, reference, view, new ConsideredRuns(considered, gathered, warnings));
    }

    /** Cost that a run took from a pool stays with the pool when a lever moves it as it was posted. */
    private static void warnOfPools(
            LeverKind lever, List<AllocationRun> considered, Reference reference, List<String> warnings) {
        String pools = considered.stream()
                .flatMap(run -> run.detail().sources().stream())
                .filter(source -> reference
                        .account(source.account())
                        .flatMap(Account::statementLine)
                        .filter(lever.lines()::contains)
                        .isPresent())
                .map(RunDetail.Source::pool)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!pools.isEmpty()) {
            warnings.add("Lever " + lever + " without a driver moves cost where it was posted. What allocation runs"
                    + " took from pool " + pools + " does not flow on to its receivers here: the company's effect is"
                    + " right, the rows' is not until the cost is changed in the books and the cycle is run again.");
        }
    }

    private List<AllocationRun> considered(Company company, Scope scope, List<String> warnings) {
        List<AllocationRun> considered = new ArrayList<>();
        YearMonth first = YearMonth.from(scope.range().first());
        YearMonth last = YearMonth.from(scope.range().last());
        for (AllocationRun run :
                runs.current(company, first, last, scope.selection().scenario())) {
            boolean whole = !run.request().first().isBefore(scope.range().first())
                    && !run.request().last().isAfter(scope.range().last());
            String named = "Allocation run " + run.id() + " of cycle "
                    + run.request().cycle() + " in " + run.request().period();
            if (!whole) {
                warnings.add(named + " is left out: the range cuts its period. Ask for whole periods.");
                continue;
            }
            considered.add(run);
            if (!runs.overtaken(company, run).isEmpty()) {
                warnings.add(named + " is stale: the effect of drivers is told by what it would be made from now. Run"
                        + " the cycle again to bring the books up to it.");
            }
        }
        return considered;
    }
}
