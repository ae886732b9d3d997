package nl.marge.dimension;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one dimension by code. Immutable, but for the order, which is found when first asked for. */
final class DimensionValues {

    static final DimensionValues NONE = new DimensionValues(Map.of());

    private final Map<String, DimensionValue> byCode;
    private volatile List<DimensionValue> ordered;

    private DimensionValues(Map<String, DimensionValue> byCode) {
        this.byCode = byCode;
    }

    DimensionValues after(Collection<DimensionValue> changed, Collection<DimensionValue> removed) {
        if (changed.isEmpty() && removed.isEmpty()) {
            return this;
        }
        Map<String, DimensionValue> after = new HashMap<>(2 * (byCode.size() + changed.size()));
        after.putAll(byCode);
        removed.forEach(value -> after.remove(value.code()));
        changed.forEach(value -> after.put(value.code(), value));
        return new DimensionValues(after);
    }

    DimensionValue get(String code) {
        return byCode.get(code);
    }

    Collection<DimensionValue> all() {
        return byCode.values();
    }

    /** All of them by code in byte order. */
    List<DimensionValue> ordered() {
        if (ordered == null) {
            DimensionValue[] values = byCode.values().toArray(DimensionValue[]::new);
            Arrays.sort(values, Comparator.comparing(DimensionValue::code));
            ordered = List.of(values);
        }
        return ordered;
    }
}
