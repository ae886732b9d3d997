package nl.marge.profitability.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.marge.allocation.setting.Receiver;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.grouping.SetGrouping;

/** The keys of dimension sets and receivers, stored or not, numbered from 0 as they are met; threads may share it. */
public final class KeyedSets {

    /** No key, or no row. */
    static final int NONE = -1;

    private final DimensionReference dimensions;
    private final SetGrouping grouping;
    private final KeyAxes axes;
    private final Predicate<List<Integer>> shown;
    private final Numbers keys = new Numbers();
    private final Numbers rows = new Numbers();

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

    /** The number of the row in which lines on a set with that membership date are shown, or {@link #NONE}. */
    int shownRow(DimensionSet set, int epochDay) {
        return grouping.keyOf(set, epochDay)
                .filter(shown)
                .map(axes::rowKey)
                .map(rows::numberOf)
                .orElse(NONE);
    }

    /** The key of a numbered row. */
    List<Integer> rowKey(int row) {
        return rows.key(row);
    }

    /** The number of the key of a receiver on a day, or {@link #NONE}. */
    int keyOf(Receiver.Values receiver, LocalDate day) {
        int[] values = new int[dimensions.dimensionIdLimit()];
        receiver.codeByDimension().forEach((code, value) -> {
            Dimension dimension = dimensions.requireDimension(code);
            values[dimension.id()] = dimensions.requireValue(dimension, value).id();
        });
        Optional<List<Integer>> key = grouping.keyOf(DimensionSet.of(values), Math.toIntExact(day.toEpochDay()));
        return key.map(keys::numberOf).orElse(NONE);
    }

    /** By number, whether a lever reaches a key, of all that were met so far. */
    boolean[] reached(Predicate<List<Integer>> reach) {
        boolean[] reached = new boolean[keys.size()];
        for (int key = 0; key < reached.length; key++) {
            reached[key] = reach.test(keys.key(key));
        }
        return reached;
    }

    private static final class Numbers {
        private final Map<List<Integer>, Integer> numberByKey = new HashMap<>();
        private final List<List<Integer>> keys = new ArrayList<>();

        synchronized int numberOf(List<Integer> key) {
            Integer known = numberByKey.putIfAbsent(key, keys.size());
            if (known == null) {
                keys.add(key);
            }
            return known == null ? keys.size() - 1 : known;
        }

        synchronized List<Integer> key(int number) {
            return keys.get(number);
        }

        synchronized int size() {
            return keys.size();
        }
    }
}
