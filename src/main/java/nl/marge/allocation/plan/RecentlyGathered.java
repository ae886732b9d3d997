package nl.marge.allocation.plan;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was gathered last, by what it was gathered of and from: a what-if over a year and the question whether its runs
 * are stale ask for the same again and again. Given up when memory is short.
 */
final class RecentlyGathered {

    /** A few years of one cycle. */
    private static final int KEPT_LIMIT = 60;

    private final Map<String, SoftReference<Gathered>> kept = new LinkedHashMap<>();

    /** What was kept under a key, which must tell ledger number and reference version too. */
    synchronized Optional<Gathered> find(String key) {
        SoftReference<Gathered> found = kept.remove(key);
        Optional<Gathered> gathered = Optional.ofNullable(found).map(SoftReference::get);
        gathered.ifPresent(known -> kept.put(key, found));
        return gathered;
    }

    synchronized void keep(String key, Gathered gathered) {
        kept.put(key, new SoftReference<>(gathered));
        if (kept.size() > KEPT_LIMIT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
