package nl.marge.allocation.trace;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.plan.ReservedDimensions;
import nl.marge.allocation.setting.Receiver;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.DimensionValue.Reserved;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.SetFilter;

/** The receivers of a run but for pools, with the dimension sets they stand for, so that a filter can be asked. */
final class RunReceivers {

    private final DimensionReference dimensions;
    private final List<String> texts = new ArrayList<>();
    private final List<DimensionSet> sets = new ArrayList<>();

    /** Those of {@code receivers} that are no pools. */
    RunReceivers(List<String> receivers, DimensionReference dimensions) {
        this.dimensions = requireNonNull(dimensions, "dimensions");
        for (String text : receivers) {
            if (Receiver.ofText(text) instanceof Receiver.Values values) {
                texts.add(text);
                sets.add(set(values));
            }
        }
    }

    /** How many there are. */
    int size() {
        return texts.size();
    }

    /** The texts of those that a filter means, by their values and by what these belong to on an epoch day. */
    List<String> meantBy(DimensionFilter filter, int day) {
        SetFilter admitting = new SetFilter(dimensions, filter);
        List<String> meant = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (admitting.admits(sets.get(i), day)) {
                meant.add(texts.get(i));
            }
        }
        return meant;
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
        for (String code : receiver.codeByDimension().values()) {
            Optional<Reserved> kind = Reserved.of(code);
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
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
