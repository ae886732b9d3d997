package nl.marge.allocation.memo;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.measure.MeasuredPeriod;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.run.AllocationRuns;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.cube.CubeView;
import nl.marge.kernel.DateRange;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;

/** Finds what a report says of allocation; nothing is asked where a company has no cycle. */
@ApplicationScoped
public class AllocationMemos {

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

    /** What the report of a range and a selection says, over what {@code view} sees. */
    public AllocationMemo of(Reference reference, DateRange range, LineSelection selection, CubeView view) {
        if (references
                .current(reference.company(), reference.version())
                .cycles()
                .isEmpty()) {
            return AllocationMemo.NONE;
        }
        List<AllocationRun> counting = counting(reference, range, selection);
        List<String> ids = counting.stream().map(AllocationRun::id).toList();
        String key = reference.company().id() + "/" + reference.version() + "&" + range + "&" + selection.parameters()
                + "&" + view.number() + "&" + ids;
        BigInteger open = kept(key)
                .orElseGet(() -> keep(
                        key,
                        unallocated.in(
                                view,
                                reference,
                                new MeasuredPeriod(range.first(), range.last(), selection.scenario()),
                                selection.filter(),
                                counting)));
        return new AllocationMemo(ids, open.negate());
    }

    /** The runs that post in the range, unless the report looks at the books before allocation. */
    private List<AllocationRun> counting(Reference reference, DateRange range, LineSelection selection) {
        if (!selection.kinds().contains(EntryKind.ALLOCATION)) {
            return List.of();
        }
        return runs
                .current(
                        reference.company(),
                        YearMonth.from(range.first()),
                        YearMonth.from(range.last()),
                        selection.scenario(),
                        selection.asOfRecorded())
                .stream()
                .filter(run -> !run.request().last().isAfter(range.last()))
                .toList();
    }

    private synchronized Optional<BigInteger> kept(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    private synchronized BigInteger keep(String key, BigInteger open) {
        kept.put(key, open);
        if (kept.size() > KEPT_LIMIT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return open;
    }
}
