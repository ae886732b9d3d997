package nl.marge.allocation.trace;

import java.util.List;
import java.util.Optional;
import nl.marge.allocation.plan.ReservedDimensions;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.setting.Receiver;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.DimensionValue.Reserved;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.SetFilter;

/** Which receivers of a run a filter means: by their values, and by what these belong to on the day the run posts. */
final class ReceiverFilter {

    private final DimensionReference dimensions;
    private final SetFilter filter;
    private final int day;

    ReceiverFilter(DimensionReference dimensions, DimensionFilter filter, AllocationRun run) {
        this.dimensions = dimensions;
        this.filter = new SetFilter(dimensions, filter);
        this.day = Math.toIntExact(run.request().last().toEpochDay());
    }

    /** Whether a receiver is meant; a pool never is. */
    boolean admits(String receiver) {
        return Receiver.ofText(receiver) instanceof Receiver.Values values && filter.admits(set(values), day);
    }

    private DimensionSet set(Receiver.Values receiver) {
        int[] values = new int[dimensions.dimensionIdLimit()];
        receiver.codeByDimension().forEach((code, value) -> dimensions
                .dimension(code)
                .ifPresent(dimension -> values[dimension.id()] = valueId(dimension, value)));
        reserved(receiver).ifPresent(kind -> ReservedDimensions.of(
                        dimensions, List.copyOf(receiver.codeByDimension().keySet()))
                .forEach(id -> dimensions.reserved(id, kind).ifPresent(value -> values[id] = value.id())));
        return DimensionSet.of(values);
    }

    /** What stands on a reserved value stands on that of every dimension derived from it too, as the lines do. */
    private static Optional<Reserved> reserved(Receiver.Values receiver) {
        return receiver.codeByDimension().values().stream()
                .flatMap(code -> Reserved.of(code).stream())
                .findFirst();
    }

    private int valueId(Dimension dimension, String code) {
        Optional<Reserved> reserved = Reserved.of(code);
        return (reserved.isPresent()
                        ? dimensions.reserved(dimension.id(), reserved.get())
                        : dimensions.value(dimension.id(), code))
                .map(DimensionValue::id)
                .orElse(0);
    }
}
