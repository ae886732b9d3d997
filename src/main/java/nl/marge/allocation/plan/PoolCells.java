package nl.marge.allocation.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.marge.allocation.measure.LedgerMeasurement;
import nl.marge.allocation.measure.MeasuredPeriod;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.CostPool;
import nl.marge.cube.CubeView;
import nl.marge.ledger.reference.Reference;

/** The cost of some pools together: a cell that two of them claim counts once. */
public final class PoolCells {

    private final Reference reference;
    private final AllocationSettings settings;
    private final List<String> pools;

    public PoolCells(Reference reference, AllocationSettings settings, List<String> pools) {
        this.reference = reference;
        this.settings = settings;
        this.pools = List.copyOf(pools);
    }

    /** Those of these pools that are among the others. */
    public PoolCells of(List<String> some) {
        return new PoolCells(
                reference, settings, pools.stream().filter(some::contains).toList());
    }

    /** The cells of a range, as of what a view sees. */
    public List<SourceCell> in(CubeView view, MeasuredPeriod range) {
        List<CostPool> known =
                pools.stream().flatMap(code -> settings.pool(code).stream()).toList();
        LedgerFacts facts = new LedgerFacts(new LedgerMeasurement(view, reference, range), settings);
        Set<SourceCell> cells = new LinkedHashSet<>();
        facts.cellsOf(known).forEach(cells::addAll);
        return new ArrayList<>(cells);
    }
}
