package nl.marge.allocation.trace;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.setting.Receiver;
import nl.marge.dimension.DerivedValues;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue.Reserved;
import nl.marge.dimension.grouping.DimensionFilter;

/** Which receivers of a run a filter means: by their values, and by what these belong to on the day the run posts. */
final class ReceiverFilter {

    private final DimensionReference dimensions;
    private final DimensionFilter filter;
    private final DerivedValues derived;
    private final LocalDate day;
    private final Map<String, BitSet> admitted = new TreeMap<>();

    ReceiverFilter(DimensionReference dimensions, DimensionFilter filter, AllocationRun run) {
        this.dimensions = dimensions;
        this.filter = filter;
        this.derived = new DerivedValues(dimensions);
        this.day = run.request().last();
        filter.terms()
                .forEach(term -> admitted.put(term.dimension().code(), DimensionFilter.admitted(term, dimensions)));
    }

    /** Whether a receiver is meant; a pool never is. */
    boolean admits(String receiver) {
        return Receiver.ofText(receiver) instanceof Receiver.Values values && admits(set(values));
    }

    private boolean admits(DimensionSet set) {
        return filter.terms().stream()
                .allMatch(term -> admitted.get(term.dimension().code()).get(value(set, term.dimension())));
    }

    private int value(DimensionSet set, Dimension dimension) {
        int own = set.valueOf(dimension.id());
        return own != 0 ? own : derived.valueOf(set, dimension.id(), Math.toIntExact(day.toEpochDay()));
    }

    private DimensionSet set(Receiver.Values receiver) {
        int[] values = new int[dimensions.dimensionIdLimit()];
        receiver.codeByDimension().forEach((code, value) -> dimensions
                .dimension(code)
                .ifPresent(dimension -> values[dimension.id()] = valueId(dimension, value)));
        return DimensionSet.of(values);
    }

    private int valueId(Dimension dimension, String code) {
        Optional<Reserved> reserved = Reserved.of(code);
        return (reserved.isPresent()
                        ? dimensions.reserved(dimension.id(), reserved.get())
                        : dimensions.value(dimension.id(), code))
                .map(value -> value.id())
                .orElse(0);
    }
}
