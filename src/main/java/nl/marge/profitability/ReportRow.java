package nl.marge.profitability;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A row: its kind and its key, a value id for each axis, 0 where unassigned; OTHERS and TOTAL have no key. */
record ReportRow(RowKind kind, List<Integer> key) {
    ReportRow {
        requireNonNull(kind, "kind");
        key = List.copyOf(key);
    }
}
