package nl.marge.allocation.memo;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.marge.allocation.measure.MeasuredPeriod;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.plan.PoolCells;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.cube.CubeView;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.SetFilter;
import nl.marge.ledger.reference.Reference;

/**
 * What of the pools' cost no run has moved: of the pools that some cycle has a rule for in a range, their cost in it
 * less what the runs took that post in it.
 */
@ApplicationScoped
class UnallocatedCost {

    private final AllocationReferences references;

    UnallocatedCost(AllocationReferences references) {
        this.references = references;
    }

    /**
     * The cost of a scenario in a range, in minor units, debit +.
     *
     * @param runs the runs that count; none where a report looks at the books before allocation
     * @param filter which sets count, by what they belong to on their membership dates
     */
    BigInteger in(
            CubeView view,
            Reference reference,
            MeasuredPeriod range,
            DimensionFilter filter,
            List<AllocationRun> runs) {
        AllocationSettings settings = references.asOf(reference.company(), reference.version());
        List<String> pools = pools(settings, range);
        if (pools.isEmpty()) {
            return BigInteger.ZERO;
        }
        PoolCells cells = new PoolCells(reference, settings, pools);
        SetFilter sets = new SetFilter(reference.dimensions(), filter);
        BigInteger open = sum(cells.in(view, range), sets);
        for (AllocationRun run : runs) {
            open = open.subtract(taken(run, cells, view, Optional.of(sets).filter(any -> !filter.terms()
                    .isEmpty())));
        }
        return open;
    }

    private static List<String> pools(AllocationSettings settings, MeasuredPeriod range) {
        Set<String> pools = new TreeSet<>();
        YearMonth last = YearMonth.from(range.last());
        for (AllocationCycle cycle : settings.cycles()) {
            for (AllocationCycle.Version version : cycle.versions()) {
                boolean begins = !version.from().isAfter(last);
                boolean holds = begins && lastPeriod(cycle, version).isAfter(YearMonth.from(range.first()));
                if (holds) {
                    version.rules().stream().map(AllocationRule::pool).forEach(pools::add);
                }
            }
        }
        return List.copyOf(pools);
    }

    /** The first period in which a later version holds; far away where there is none. */
    private static YearMonth lastPeriod(AllocationCycle cycle, AllocationCycle.Version version) {
        return cycle.versions().stream()
                .map(AllocationCycle.Version::from)
                .filter(from -> from.isAfter(version.from()))
                .findFirst()
                .orElse(YearMonth.from(LocalDate.MAX));
    }

    /** What a run took of its pools: what it says, or with a filter what it saw of these sets. */
    private static BigInteger taken(AllocationRun run, PoolCells cells, CubeView view, Optional<SetFilter> sets) {
        if (sets.isEmpty()) {
            return run.detail().rules().stream()
                    .map(rule -> BigInteger.valueOf(rule.own()).subtract(BigInteger.valueOf(rule.residual())))
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }
        List<String> took = run.poolsTaken();
        MeasuredPeriod period = run.request().measured();
        CubeView then = view.upTo(Math.min(view.number(), run.ledgerNumber()));
        return sum(cells.of(took).in(then, period), sets.get());
    }

    private static BigInteger sum(List<SourceCell> cells, SetFilter sets) {
        BigInteger sum = BigInteger.ZERO;
        for (SourceCell cell : cells) {
            if (sets.admits(cell.set(), cell.membershipDay())) {
                sum = sum.add(BigInteger.valueOf(cell.amount()));
            }
        }
        return sum;
    }
}
