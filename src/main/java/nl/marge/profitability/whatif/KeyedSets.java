package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.marge.allocation.setting.Receiver;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.grouping.SetGrouping;

/** The keys of dimension sets and receivers, stored or not. */
public final class KeyedSets {

    private final DimensionReference dimensions;
    private final SetGrouping grouping;
    private final KeyAxes axes;
    private final Predicate<List<Integer>> shown;

    /**
     * Keys by these axes.
     *
     * @param grouping by all of the axes, without a filter
     * @param shown which keys the report's filter lets through
     */
    KeyedSets(DimensionReference dimensions, SetGrouping grouping, KeyAxes axes, Predicate<List<Integer>> shown) {
        this.dimensions = dimensions;
        this.grouping = grouping;
        this.axes = axes;
        this.shown = shown;
    }

    /** A set and its membership date. */
    record Dated(DimensionSet set, LocalDate date) {
        Dated {
            requireNonNull(set, "set");
            requireNonNull(date, "date");
        }
    }

    /** The key of the row in which lines on a set are shown; empty where the report leaves them out. */
    Optional<List<Integer>> shownRow(Dated dated) {
        return grouping.keyOf(dated.set(), Math.toIntExact(dated.date().toEpochDay()))
                .filter(shown)
                .map(axes::rowKey);
    }

    /** The key of a receiver on a day. */
    Optional<List<Integer>> keyOf(Receiver.Values receiver, LocalDate day) {
        int[] values = new int[dimensions.dimensionIdLimit()];
        receiver.codeByDimension().forEach((code, value) -> {
            Dimension dimension = dimensions.requireDimension(code);
            values[dimension.id()] = dimensions.requireValue(dimension, value).id();
        });
        return grouping.keyOf(DimensionSet.of(values), Math.toIntExact(day.toEpochDay()));
    }
}
