package nl.marge.profitability;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The questions asked last, with what they remember, so that the same report is not added up twice; given up when
 * memory is short.
 */
@ApplicationScoped
class Questions {

    /** So many different things are remembered. */
    private static final int KEPT_LIMIT = 64;

    private final Map<String, SoftReference<Object>> kept = new LinkedHashMap<>();

    /** What is remembered under {@code key}, or what {@code made} makes of it now. */
    synchronized <T> T remembered(String key, Class<T> type, Supplier<T> made) {
        String typedKey = type.getSimpleName() + key;
        SoftReference<Object> reference = kept.remove(typedKey);
        Object found = reference == null ? null : reference.get();
        Object now = found == null ? made.get() : found;
        kept.put(typedKey, new SoftReference<>(now));
        if (kept.size() > KEPT_LIMIT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return type.cast(now);
    }
}
