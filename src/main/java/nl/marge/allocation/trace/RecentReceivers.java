package nl.marge.allocation.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.ledger.reference.Reference;

/**
 * The receivers of the runs asked about last: they never change, and who looks into a run looks at one segment after
 * the other. Given up when memory is short.
 */
@ApplicationScoped
class RecentReceivers {

    /** Those of a run over 50,000 customers take 8 MB. */
    private static final int KEPT_LIMIT = 8;

    private final TraceReader reader;
    private final Map<String, SoftReference<RunReceivers>> kept = new LinkedHashMap<>();

    RecentReceivers(TraceReader reader) {
        this.reader = reader;
    }

    /** The receivers of a run, their values as the reference data knows them. */
    RunReceivers of(Reference reference, AllocationRun run) {
        String key = reference.company().id() + "/" + run.id() + "/" + run.attempt() + "/" + reference.version();
        RunReceivers known = find(key);
        if (known != null) {
            return known;
        }
        RunReceivers read = new RunReceivers(reader.receivers(reference.company(), run), reference.dimensions());
        keep(key, read);
        return read;
    }

    private synchronized RunReceivers find(String key) {
        SoftReference<RunReceivers> found = kept.remove(key);
        RunReceivers known = found == null ? null : found.get();
        if (known != null) {
            kept.put(key, found);
        }
        return known;
    }

    private synchronized void keep(String key, RunReceivers receivers) {
        kept.put(key, new SoftReference<>(receivers));
        if (kept.size() > KEPT_LIMIT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
