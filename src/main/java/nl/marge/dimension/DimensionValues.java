package nl.marge.dimension;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one dimension by code. Immutable, but for the order, which is found when first asked for. Few changes
 * of many values are kept beside them for a while, so that a customer more does not cost a copy of a million.
 */
final class DimensionValues {

    static final DimensionValues NONE = new DimensionValues(new Base(Map.of()), Map.of());

    /** Changes kept beside the base are at most its size by this, so that copying them is cheap. */
    private static final int BASE_TO_RECENT = 16;

    private final Base base;

    /** What changed since by code; empty where the value was removed. */
    private final Map<String, Optional<DimensionValue>> recent;

    private volatile List<DimensionValue> ordered;

    private DimensionValues(Base base, Map<String, Optional<DimensionValue>> recent) {
        this.base = base;
        this.recent = recent;
    }

    DimensionValues after(Collection<DimensionValue> changed, Collection<DimensionValue> removed) {
        if (changed.isEmpty() && removed.isEmpty()) {
            return this;
        }
        Map<String, Optional<DimensionValue>> after = new HashMap<>(recent);
        removed.forEach(value -> after.put(value.code(), Optional.empty()));
        changed.forEach(value -> after.put(value.code(), Optional.of(value)));
        return after.size() > base.byCode.size() / BASE_TO_RECENT
                ? new DimensionValues(base.with(after), Map.of())
                : new DimensionValues(base, after);
    }

    /** The value of that code, or null. */
    DimensionValue get(String code) {
        Optional<DimensionValue> changed = recent.get(code);
        return changed == null ? base.byCode.get(code) : changed.orElse(null);
    }

    /** All of them by code in byte order. */
    List<DimensionValue> ordered() {
        if (ordered == null) {
            ordered = recent.isEmpty() ? base.ordered() : merged();
        }
        return ordered;
    }

    private List<DimensionValue> merged() {
        List<String> codes = recent.keySet().stream().sorted().toList();
        List<DimensionValue> merged = new ArrayList<>(base.byCode.size() + codes.size());
        int next = 0;
        for (DimensionValue value : base.ordered()) {
            while (next < codes.size() && codes.get(next).compareTo(value.code()) < 0) {
                recent.get(codes.get(next++)).ifPresent(merged::add);
            }
            if (next < codes.size() && codes.get(next).equals(value.code())) {
                recent.get(codes.get(next++)).ifPresent(merged::add);
            } else {
                merged.add(value);
            }
        }
        while (next < codes.size()) {
            recent.get(codes.get(next++)).ifPresent(merged::add);
        }
        return List.copyOf(merged);
    }

    /** Most of the values. */
    private static final class Base {
        private final Map<String, DimensionValue> byCode;
        private volatile List<DimensionValue> ordered;

        private Base(Map<String, DimensionValue> byCode) {
            this.byCode = byCode;
        }

        private Base with(Map<String, Optional<DimensionValue>> changes) {
            Map<String, DimensionValue> with = new HashMap<>(2 * (byCode.size() + changes.size()));
            with.putAll(byCode);
            changes.forEach((code, change) -> {
                if (change.isPresent()) {
                    with.put(code, change.get());
                } else {
                    with.remove(code);
                }
            });
            return new Base(with);
        }

        private List<DimensionValue> ordered() {
            if (ordered == null) {
                ordered = byCode.values().stream()
                        .sorted(Comparator.comparing(DimensionValue::code))
                        .toList();
            }
            return ordered;
        }
    }
}
