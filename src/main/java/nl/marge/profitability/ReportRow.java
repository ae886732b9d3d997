package nl.marge.profitability;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue.Reserved;

/** A row: its kind and its key, a value id for each axis, 0 where unassigned; OTHERS and TOTAL have no key. */
public record ReportRow(RowKind kind, List<Integer> key) {
    public ReportRow {
        requireNonNull(kind, "kind");
        key = List.copyOf(key);
    }

    /** The row of a key. */
    public static ReportRow of(List<Integer> key, DimensionReference dimensions) {
        return new ReportRow(kind(key.size(), key::get, dimensions), key);
    }

    /** The order of rows: by kind, and key by key. */
    public static Comparator<ReportRow> order(DimensionReference dimensions) {
        return Comparator.<ReportRow, RowKind>comparing(row -> row.kind())
                .thenComparing(
                        ReportRow::key,
                        (a, b) -> compareKeys(Math.min(a.size(), b.size()), a::get, b::get, dimensions));
    }

    /** What a row with a key is: of a key with several reserved values the first tells. */
    static RowKind kind(int axes, IntUnaryOperator key, DimensionReference dimensions) {
        boolean unassigned = axes > 0;
        for (int axis = 0; axis < axes; axis++) {
            int value = key.applyAsInt(axis);
            Optional<Reserved> reserved = dimensions.reservedKind(value);
            if (reserved.isPresent()) {
                return RowKind.of(reserved.get());
            }
            unassigned &= value == 0;
        }
        return unassigned ? RowKind.UNASSIGNED : RowKind.VALUE;
    }

    /** Key by key, by code in byte order, the unassigned last. */
    static int compareKeys(int axes, IntUnaryOperator a, IntUnaryOperator b, DimensionReference dimensions) {
        int order = 0;
        for (int axis = 0; axis < axes && order == 0; axis++) {
            order = compareValues(a.applyAsInt(axis), b.applyAsInt(axis), dimensions);
        }
        return order;
    }

    private static int compareValues(int a, int b, DimensionReference dimensions) {
        if (a == b || a == 0 || b == 0) {
            return a == b ? 0 : a == 0 ? 1 : -1;
        }
        return Integer.compare(dimensions.place(a), dimensions.place(b));
    }
}
