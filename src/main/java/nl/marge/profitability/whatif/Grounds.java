package nl.marge.profitability.whatif;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.marge.allocation.lever.Lever;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.plan.RunPlanning;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.run.AllocationRuns;
import nl.marge.company.Company;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.Cubes;
import nl.marge.cube.DayColumns;
import nl.marge.cube.LineFilter;
import nl.marge.cube.Measure;
import nl.marge.cube.Questions;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.reference.Reference;
import nl.marge.profitability.ProfitAndLosses;

/** Loads what calculations stand on. */
@ApplicationScoped
public class Grounds {

    private final Cubes cubes;
    private final Questions questions;
    private final ProfitAndLosses reports;
    private final AllocationRuns runs;
    private final RunPlanning planning;

    Grounds(Cubes cubes, Questions questions, ProfitAndLosses reports, AllocationRuns runs, RunPlanning planning) {
        this.cubes = cubes;
        this.questions = questions;
        this.reports = reports;
        this.runs = runs;
        this.planning = planning;
    }

    /** What is asked of a ground: which report, by which filters levers reach, and whether drivers are moved. */
    public record Asked(Scope scope, List<DimensionFilter> filters, boolean drivers) {
        public Asked {
            filters = List.copyOf(filters);
        }

        /** For these levers with their filters. */
        public static Asked of(Scope scope, List<Lever> levers, List<DimensionFilter> filters) {
            return new Asked(scope, filters, levers.stream().anyMatch(lever -> lever.driver()
                    .isPresent()));
        }
    }

    /**
     * The ground for what is asked.
     *
     * @param view of the cube, not newer than the reference
     * @throws Refusal when there is too much to be told apart
     */
    public Ground of(Asked asked, Reference reference, CubeView view) {
        Scope scope = asked.scope();
        List<DimensionFilter> filters = new ArrayList<>(asked.filters());
        filters.add(scope.selection().filter());
        KeyAxes axes = new KeyAxes(scope.by(), filters, reference.dimensions());
        SetGrouping grouping =
                questions.grouping(reference, axes.by(), scope.selection().with(DimensionFilter.none()));
        KeyedSets sets = new KeyedSets(
                reference.dimensions(),
                grouping,
                axes,
                axes.reach(scope.selection().filter()));
        StatementRows rows = new StatementRows(reference);
        Company company = reference.company();
        List<String> warnings = new ArrayList<>();
        List<AllocationRun> considered = considered(company, scope, warnings);
        return new Ground(
                scope,
                reports.total(scope.range(), scope.by(), scope.selection(), reference, view),
                rows,
                axes,
                sets,
                amounts(scope, grouping, rows, view),
                considered,
                asked.drivers() ? baseRuns(company, considered, sets, rows) : List.of(),
                warnings);
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

    private List<BaseRun> baseRuns(
            Company company, List<AllocationRun> considered, KeyedSets sets, StatementRows rows) {
        return considered.stream()
                .map(run -> {
                    Gathered gathered = planning.gather(company, run.request());
                    return new BaseRun(run.id(), gathered, RunAmounts.of(RunPlanning.calculated(gathered), sets, rows));
                })
                .toList();
    }

    private List<KeyedAmounts> amounts(Scope scope, SetGrouping grouping, StatementRows rows, CubeView view) {
        GroupTable groups = view.groups(grouping);
        Set<EntryKind> all = scope.selection().kinds();
        CubeQuery query = query(scope, rows, all);
        refuseIfTooLarge(query, groups);
        Cells whole = view.sum(query, groups);
        EnumSet<EntryKind> direct = EnumSet.copyOf(all);
        direct.remove(EntryKind.ALLOCATION);
        Cells posted = view.sum(query(scope, rows, direct), groups);
        List<Integer> work = AmountLevers.linesOfWork().stream()
                .flatMap(code -> rows.row(code).stream().boxed())
                .toList();
        List<KeyedAmounts> amounts = new ArrayList<>();
        for (int group = 0; group < whole.groups(); group++) {
            int of = group;
            List<BigInteger> naturals = IntStream.range(0, rows.count())
                    .mapToObj(row -> rows.natural(row, (work.contains(row) ? posted : whole).sum(of, row, 0)))
                    .toList();
            if (whole.lines(group) > 0) {
                amounts.add(new KeyedAmounts(groups.keys(group), naturals));
            }
        }
        return amounts;
    }

    private static void refuseIfTooLarge(CubeQuery query, GroupTable groups) {
        if (query.cellsFor(groups.groups()) > Cells.LIMIT) {
            throw Refusal.of(
                    Refusal.Reason.ENTRY_REFUSED,
                    Violation.at(
                            "/by",
                            ViolationCode.REPORT_TOO_LARGE,
                            "by and the filters of the levers tell " + groups.groups()
                                    + " combinations of values apart, which is more than can be calculated at once."
                                    + " Ask for fewer axes, or let the levers filter by dimensions of by."));
        }
    }

    private static CubeQuery query(Scope scope, StatementRows rows, Set<EntryKind> kinds) {
        return new CubeQuery(
                new LineFilter(kinds, Optional.of(scope.selection().scenario())),
                DayColumns.single(
                        Math.toIntExact(scope.range().first().toEpochDay()),
                        Math.toIntExact(scope.range().last().toEpochDay())),
                rows.rowByAccount(),
                rows.count(),
                Measure.AMOUNT);
    }
}
