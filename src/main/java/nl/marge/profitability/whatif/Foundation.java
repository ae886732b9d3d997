package nl.marge.profitability.whatif;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.marge.allocation.plan.RunPlanning;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
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

/** Lays a ground: adds up over the cube what was loaded. */
final class Foundation {

    private final Questions questions;
    private final ProfitAndLosses reports;

    Foundation(Questions questions, ProfitAndLosses reports) {
        this.questions = questions;
        this.reports = reports;
    }

    /**
     * The ground for what is asked.
     *
     * @param view of the cube, not newer than the reference
     * @throws Refusal when there is too much to be told apart
     */
    Ground ground(Grounds.Asked asked, Reference reference, CubeView view, ConsideredRuns runs) {
        Scope scope = asked.scope();
        DimensionFilter filter = scope.selection().filter();
        List<DimensionFilter> filters = new ArrayList<>(asked.filters());
        filters.add(filter);
        KeyAxes axes = new KeyAxes(scope.by(), filters, reference.dimensions());
        SetGrouping grouping =
                questions.grouping(reference, axes.by(), scope.selection().with(DimensionFilter.none()));
        KeyedSets sets = new KeyedSets(reference.dimensions(), grouping, axes, axes.reach(filter));
        StatementRows rows = new StatementRows(reference);
        return new Ground(
                scope,
                reports.total(scope.range(), scope.by(), scope.selection(), reference, view),
                rows,
                axes,
                sets,
                amounts(scope, grouping, rows, view),
                runs.runs(),
                runs.gathered().stream()
                        .map(gathered ->
                                new BaseRun(gathered, RunAmounts.of(RunPlanning.calculated(gathered), sets, rows)))
                        .toList(),
                runs.warnings());
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
