package nl.marge.profitability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.grouping.GroupTable;

/**
 * Which rows a report has, in order, and which group of lines goes into which: values by key or by a measure, the rest
 * together as others, the unassigned always and last. Pure.
 */
record RowPlan(List<ReportRow> rows, int[] rowByGroup) {

    RowPlan {
        rows = List.copyOf(rows);
        rowByGroup = rowByGroup.clone();
    }

    /**
     * What the plan is made of.
     *
     * @param axes how many dimensions a key has; none = one row for everything
     * @param hasLines whether lines fall in a group
     */
    record Groups(GroupTable table, int axes, boolean[] hasLines, DimensionReference dimensions) {

        private boolean isUnassigned(int group) {
            return axes > 0 && IntStream.range(0, axes).allMatch(axis -> table.key(group, axis) == 0);
        }

        private List<Integer> key(int group) {
            return IntStream.range(0, axes)
                    .mapToObj(axis -> table.key(group, axis))
                    .toList();
        }

        /** Key by key, by code in byte order, the unassigned last. */
        private int compareKeys(int a, int b) {
            int order = 0;
            for (int axis = 0; axis < axes && order == 0; axis++) {
                order = compareValues(table.key(a, axis), table.key(b, axis));
            }
            return order;
        }

        private int compareValues(int a, int b) {
            if (a == b || a == 0 || b == 0) {
                return a == b ? 0 : a == 0 ? 1 : -1;
            }
            return dimensions.value(a).code().compareTo(dimensions.value(b).code());
        }
    }

    /** Rows in the order of their keys. */
    static RowPlan byKey(Groups groups, OptionalInt limit) {
        return plan(groups, groups::compareKeys, limit);
    }

    /** Rows in the order of a measure, equal ones in the order of their keys. */
    static RowPlan byMeasure(Groups groups, IntFunction<BigInteger> measure, boolean descending, OptionalInt limit) {
        BigInteger[] measures = IntStream.range(0, groups.hasLines().length)
                .mapToObj(group -> groups.hasLines()[group] ? measure.apply(group) : BigInteger.ZERO)
                .toArray(BigInteger[]::new);
        Comparator<Integer> ascending = Comparator.comparing(group -> measures[group]);
        return plan(groups, (descending ? ascending.reversed() : ascending).thenComparing(groups::compareKeys), limit);
    }

    private static RowPlan plan(Groups groups, Comparator<Integer> order, OptionalInt limit) {
        List<Integer> values = IntStream.range(0, groups.hasLines().length)
                .filter(group -> groups.hasLines()[group] && !groups.isUnassigned(group))
                .boxed()
                .sorted(order)
                .toList();
        List<ReportRow> rows = new ArrayList<>();
        int[] rowByGroup = new int[groups.hasLines().length];
        Arrays.fill(rowByGroup, GroupTable.EXCLUDED);
        int shown = Math.min(values.size(), limit.orElse(Integer.MAX_VALUE));
        for (int group : values.subList(0, shown)) {
            rowByGroup[group] = rows.size();
            rows.add(new ReportRow(RowKind.VALUE, groups.key(group)));
        }
        if (shown < values.size()) {
            values.subList(shown, values.size()).forEach(group -> rowByGroup[group] = rows.size());
            rows.add(new ReportRow(RowKind.OTHERS, List.of()));
        }
        return groups.axes() == 0 ? whole(rows, rowByGroup) : withUnassigned(groups, rows, rowByGroup);
    }

    /** Without axes there is one row, also when no line falls in it. */
    private static RowPlan whole(List<ReportRow> rows, int[] rowByGroup) {
        return new RowPlan(rows.isEmpty() ? List.of(new ReportRow(RowKind.VALUE, List.of())) : rows, rowByGroup);
    }

    private static RowPlan withUnassigned(Groups groups, List<ReportRow> rows, int[] rowByGroup) {
        for (int group = 0; group < rowByGroup.length; group++) {
            if (groups.hasLines()[group] && groups.isUnassigned(group)) {
                rowByGroup[group] = rows.size();
            }
        }
        rows.add(new ReportRow(RowKind.UNASSIGNED, Collections.nCopies(groups.axes(), 0)));
        return new RowPlan(rows, rowByGroup);
    }
}
