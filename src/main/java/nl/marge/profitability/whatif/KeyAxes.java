package nl.marge.profitability.whatif;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupBy.Axis;

/**
 * The axes that amounts, receivers and arrivals are told apart by: those of the report's rows and, after them, the
 * dimensions of every filter, so that one key tells the row and whom each lever reaches.
 */
final class KeyAxes {

    private final GroupBy by;
    private final int rowAxes;
    private final DimensionReference dimensions;

    KeyAxes(GroupBy rows, List<DimensionFilter> filters, DimensionReference dimensions) {
        this.dimensions = dimensions;
        rowAxes = rows.axes().size();
        List<Axis> axes = new ArrayList<>(rows.axes());
        filters.stream()
                .flatMap(filter -> filter.terms().stream())
                .map(term -> axis(term.dimension()))
                .distinct()
                .filter(axis -> !axes.contains(axis))
                .forEach(axes::add);
        by = new GroupBy(axes);
    }

    /** All of them. */
    GroupBy by() {
        return by;
    }

    /** The part of a key that tells the row. */
    List<Integer> rowKey(List<Integer> key) {
        return key.subList(0, rowAxes);
    }

    /** Which keys a filter lets through; its dimensions must be among those given. */
    Predicate<List<Integer>> reach(DimensionFilter filter) {
        Predicate<List<Integer>> reach = key -> true;
        for (DimensionFilter.Term term : filter.terms()) {
            int index = by.axes().indexOf(axis(term.dimension()));
            if (index < 0) {
                throw new IllegalArgumentException("no axis was made for " + term);
            }
            BitSet admitted = DimensionFilter.admitted(term, dimensions);
            reach = reach.and(key -> admitted.get(key.get(index)));
        }
        return reach;
    }

    private static Axis axis(Dimension dimension) {
        return new Axis(dimension, 0);
    }
}
