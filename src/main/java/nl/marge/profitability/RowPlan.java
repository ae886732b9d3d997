package nl.marge.profitability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupTable;

/**
 * Which rows a report has, in order, and which group of lines goes into which: values by key or by a measure, the rest
 * together as others, the unassigned always, capacity last. Pure.
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

        /** What each group is; where no dimension has a reserved value no value is looked at. */
        private IntFunction<RowKind> kinds() {
            boolean reserved = !GroupBy.reservedOnly(dimensions).axes().isEmpty();
            return group -> reserved || axes != 1 || table.key(group, 0) == 0 ? kind(group) : RowKind.VALUE;
        }

        private RowKind kind(int group) {
            return ReportRow.kind(axes, axis -> table.key(group, axis), dimensions);
        }

        private List<Integer> key(int group) {
            return axes == 1 ? List.of(table.key(group, 0)) : table.keys(group);
        }

        /** In the order of their keys; with one axis a place and a group are one number, and these sort at once. */
        private List<Integer> byKey(List<Integer> ofGroups) {
            if (axes != 1) {
                return ofGroups.stream().sorted(this::compareKeys).toList();
            }
            return ofGroups.stream()
                    .mapToLong(group -> (long) place(table.key(group, 0)) << Integer.SIZE | group)
                    .sorted()
                    .mapToObj(packed -> (int) packed)
                    .toList();
        }

        private int place(int valueId) {
            return valueId == 0 ? Integer.MAX_VALUE : dimensions.place(valueId);
        }

        private int compareKeys(int a, int b) {
            return ReportRow.compareKeys(axes, axis -> table.key(a, axis), axis -> table.key(b, axis), dimensions);
        }
    }

    /** Rows in the order of their keys. */
    static RowPlan byKey(Groups groups, OptionalInt limit) {
        return plan(groups, groups::byKey, limit);
    }

    /** Rows in the order of a measure, equal ones in the order of their keys. */
    static RowPlan byMeasure(Groups groups, IntFunction<BigInteger> measure, boolean descending, OptionalInt limit) {
        BigInteger[] measures = IntStream.range(0, groups.hasLines().length)
                .mapToObj(group -> groups.hasLines()[group] ? measure.apply(group) : BigInteger.ZERO)
                .toArray(BigInteger[]::new);
        Comparator<Integer> ascending = Comparator.comparing(group -> measures[group]);
        Comparator<Integer> order = (descending ? ascending.reversed() : ascending).thenComparing(groups::compareKeys);
        return plan(groups, values -> values.stream().sorted(order).toList(), limit);
    }

    private static RowPlan plan(Groups groups, UnaryOperator<List<Integer>> order, OptionalInt limit) {
        IntFunction<RowKind> kinds = groups.kinds();
        Map<RowKind, List<Integer>> byKind = IntStream.range(0, groups.hasLines().length)
                .filter(group -> groups.hasLines()[group])
                .boxed()
                .collect(Collectors.groupingBy(kinds::apply, () -> new EnumMap<>(RowKind.class), Collectors.toList()));
        Draft draft = new Draft(groups);
        List<Integer> values = order.apply(byKind.getOrDefault(RowKind.VALUE, List.of()));
        int shown = Math.min(values.size(), limit.orElse(Integer.MAX_VALUE));
        draft.addEach(RowKind.VALUE, values.subList(0, shown));
        if (shown < values.size()) {
            draft.add(RowKind.OTHERS, List.of(), values.subList(shown, values.size()));
        }
        if (groups.axes() > 0) {
            List<Integer> none = Collections.nCopies(groups.axes(), 0);
            draft.add(RowKind.UNASSIGNED, none, byKind.getOrDefault(RowKind.UNASSIGNED, List.of()));
        } else if (values.isEmpty()) {
            // Without axes there is one row, also when no line falls in it.
            draft.add(RowKind.VALUE, List.of(), List.of());
        }
        for (RowKind kind : List.of(RowKind.UNUSED_CAPACITY, RowKind.OVER_DRIVEN)) {
            draft.addEach(kind, groups.byKey(byKind.getOrDefault(kind, List.of())));
        }
        return new RowPlan(draft.rows, draft.rowByGroup);
    }

    /** Rows so far. */
    private static final class Draft {
        private final Groups groups;
        private final List<ReportRow> rows = new ArrayList<>();
        private final int[] rowByGroup;

        private Draft(Groups groups) {
            this.groups = groups;
            rowByGroup = new int[groups.hasLines().length];
            Arrays.fill(rowByGroup, GroupTable.EXCLUDED);
        }

        private void addEach(RowKind kind, List<Integer> ofGroups) {
            ofGroups.forEach(group -> add(kind, groups.key(group), List.of(group)));
        }

        private void add(RowKind kind, List<Integer> key, List<Integer> ofGroups) {
            ofGroups.forEach(group -> rowByGroup[group] = rows.size());
            rows.add(new ReportRow(kind, key));
        }
    }
}
