package nl.marge.profitability;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.allocation.measure.MeasuredPeriod;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.run.AllocationRuns;
import nl.marge.allocation.run.UnallocatedCost;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.cube.CubeView;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;

/** Finds what a report says of allocation; nothing is asked where a company has no cycle. */
@ApplicationScoped
class AllocationMemos {

    /** So many answers are remembered: those of the reports that are asked for again and again. */
    private static final int KEPT_LIMIT = 64;

    private final AllocationReferences references;
    private final AllocationRuns runs;
    private final UnallocatedCost unallocated;
    private final Map<String, BigInteger> kept = new LinkedHashMap<>();

    AllocationMemos(AllocationReferences references, AllocationRuns runs, UnallocatedCost unallocated) {
        this.references = references;
        this.runs = runs;
        this.unallocated = unallocated;
    }

    AllocationMemo of(ReportFrame frame, CubeView view) {
        Reference reference = frame.reference();
        if (references
                .current(reference.company(), reference.version())
                .cycles()
                .isEmpty()) {
            return AllocationMemo.NONE;
        }
        List<AllocationRun> counting = counting(frame);
        List<String> ids = counting.stream().map(AllocationRun::id).toList();
        return new AllocationMemo(ids, open(frame, view, counting, ids).negate());
    }

    /** The runs that post in the range, unless the report looks at the books before allocation. */
    private List<AllocationRun> counting(ReportFrame frame) {
        LineSelection selection = frame.query().selection();
        if (!selection.kinds().contains(EntryKind.ALLOCATION)) {
            return List.of();
        }
        return runs
                .current(
                        frame.reference().company(),
                        YearMonth.from(frame.query().range().first()),
                        YearMonth.from(frame.query().range().last()),
                        selection.scenario(),
                        selection.asOfRecorded())
                .stream()
                .filter(run ->
                        !run.request().last().isAfter(frame.query().range().last()))
                .toList();
    }

    private BigInteger open(ReportFrame frame, CubeView view, List<AllocationRun> counting, List<String> ids) {
        String key = frame.key() + "&" + view.number() + "&" + ids;
        synchronized (kept) {
            if (kept.containsKey(key)) {
                return kept.get(key);
            }
        }
        LineSelection selection = frame.query().selection();
        BigInteger open = unallocated.in(
                view,
                frame.reference(),
                new MeasuredPeriod(
                        frame.query().range().first(), frame.query().range().last(), selection.scenario()),
                selection.filter(),
                counting);
        synchronized (kept) {
            kept.put(key, open);
            if (kept.size() > KEPT_LIMIT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return open;
    }
}
