package nl.marge.allocation.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeView;
import nl.marge.cube.Questions;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.ledger.reference.Reference;

/**
 * What the ledger gives a run of one period, from one view of the cube, so that pools and drivers see the same lines.
 * The reference data must be read after the view.
 */
public record LedgerMeasurement(CubeView view, Reference reference, MeasuredPeriod period, Questions questions) {

    /** Cells in memory at once when pools are added up (40 MB, twice where two threads scan). */
    private static final int CELLS_AT_ONCE = 5_000_000;

    public LedgerMeasurement {
        requireNonNull(view, "view");
        requireNonNull(reference, "reference");
        requireNonNull(period, "period");
        requireNonNull(questions, "questions");
    }

    /** A measurement that shares nothing with others. */
    public LedgerMeasurement(CubeView view, Reference reference, MeasuredPeriod period) {
        this(view, reference, period, new Questions());
    }

    /**
     * What each of these pools has to give, from JOURNAL, COST and RECLASSIFICATION entries.
     *
     * @throws Refusal when a sum is larger than a line can take, or there are more combinations than can be held
     */
    public SourceCells sources(List<PoolSource> pools) {
        return sources(pools, CELLS_AT_ONCE);
    }

    /** The same with another number of cells at once, so that a test needs no millions. */
    SourceCells sources(List<PoolSource> pools, int cellsAtOnce) {
        return new PoolScan(this, pools, cellsAtOnce).cells();
    }

    /**
     * The quantities of a driver per receiver; derived values count, by each line's membership date.
     *
     * @throws Refusal when a quantity is larger than it can be, or there are more receivers than can be held
     */
    public MeasuredQuantities quantities(LedgerDriver driver) {
        return new DriverScan(this, driver).quantities();
    }

    static void refuseIfTooLarge(long cells, String what) {
        if (cells > Cells.LIMIT) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    what + " would need " + cells + " sums at once. At most " + Cells.LIMIT
                            + " can be held. Narrow the filter, or the receiving dimensions.");
        }
    }
}
