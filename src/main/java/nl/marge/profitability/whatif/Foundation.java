package nl.marge.profitability.whatif;

import java.lang.ref.SoftReference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.plan.KnownRun;
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

/** Lays a ground: adds up over the cube what was loaded. What was laid last is kept while there is memory for it. */
final class Foundation {

    /** Grounds that are kept at most, each with the runs it stands on: a few controllers at work. */
    private static final int GROUNDS_LIMIT = 8;

    /** Calculated runs that are kept at most: a year of one cycle. */
    private static final int PLANS_LIMIT = 12;

    private final Questions questions;
    private final ProfitAndLosses reports;
    private final Recently<Laid> grounds = new Recently<>(GROUNDS_LIMIT);
    private final Recently<KnownRun> plans = new Recently<>(PLANS_LIMIT);

    Foundation(Questions questions, ProfitAndLosses reports) {
        this.questions = questions;
        this.reports = reports;
    }

    /**
     * The ground for what is asked; one that was laid for the same is used again.
     *
     * @param view of the cube, not newer than the reference
     * @throws Refusal when there is too much to be told apart
     */
    Ground ground(Grounds.Asked asked, Reference reference, CubeView view, ConsideredRuns runs) {
        List<DimensionFilter> filters = new ArrayList<>(asked.filters());
        filters.add(asked.scope().selection().filter());
        KeyAxes axes = new KeyAxes(asked.scope().by(), filters, reference.dimensions());
        String key = key(asked.scope(), axes, reference, view);
        Laid laid = grounds.find(found -> found.isFor(key, runs.gathered())).orElseGet(() -> {
            Laid made = new Laid(key, lay(asked.scope(), axes, reference, view, runs.gathered()));
            grounds.keep(made);
            return made;
        });
        return laid.ground().with(runs.runs(), runs.warnings());
    }

    /** A ground by what was asked. */
    private record Laid(String key, Ground ground) {

        /** What was gathered is known by its instance: the same question finds the same while it is remembered. */
        boolean isFor(String asked, List<Gathered> gathered) {
            boolean same = key.equals(asked) && ground.runs().size() == gathered.size();
            for (int i = 0; same && i < gathered.size(); i++) {
                same = ground.runs().get(i).gathered() == gathered.get(i);
            }
            return same;
        }
    }

    /** Tells two questions apart, whichever values of its dimensions a lever's filter names. */
    private static String key(Scope scope, KeyAxes axes, Reference reference, CubeView view) {
        return String.join(
                "&",
                reference.company().id() + "/" + reference.version() + "/" + view.number(),
                scope.range().toString(),
                scope.by().terms().toString(),
                axes.by().terms().toString(),
                scope.selection().parameters().toString(),
                scope.selection().membership().fixedDay().toString());
    }

    private Ground lay(Scope scope, KeyAxes axes, Reference reference, CubeView view, List<Gathered> gathered) {
        SetGrouping grouping =
                questions.grouping(reference, axes.by(), scope.selection().with(DimensionFilter.none()));
        Predicate<List<Integer>> shown = axes.reach(scope.selection().filter());
        KeyedSets sets = new KeyedSets(reference.dimensions(), grouping, axes, shown);
        StatementRows rows = new StatementRows(reference);
        List<BaseRun> runs =
                gathered.stream().map(from -> new BaseRun(known(from), sets)).toList();
        return new Ground(
                scope,
                reports.total(scope.range(), scope.by(), scope.selection(), reference, view),
                rows,
                axes,
                sets,
                amounts(scope, grouping, rows, view),
                List.of(),
                runs,
                new DriverColumns(runs, sets),
                List.of());
    }

    private KnownRun known(Gathered gathered) {
        return plans.find(plan -> plan.run().gathered() == gathered).orElseGet(() -> {
            KnownRun made = BaseRun.again(gathered.request(), () -> KnownRun.of(gathered));
            plans.keep(made);
            return made;
        });
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

    /** The few things used last, given up when memory is short. */
    private static final class Recently<T> {

        private final int limit;
        private final List<SoftReference<T>> kept = new ArrayList<>();

        /** Keeps so many at most. */
        Recently(int limit) {
            this.limit = limit;
        }

        /** The one that is asked for. */
        synchronized Optional<T> find(Predicate<T> asked) {
            for (int i = kept.size() - 1; i >= 0; i--) {
                T found = kept.get(i).get();
                if (found != null && asked.test(found)) {
                    kept.add(kept.remove(i));
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        }

        /** Keeps one more; the one that was not used for longest goes where there are too many. */
        synchronized void keep(T made) {
            kept.removeIf(reference -> reference.get() == null);
            kept.add(new SoftReference<>(made));
            if (kept.size() > limit) {
                kept.remove(0);
            }
        }
    }
}
