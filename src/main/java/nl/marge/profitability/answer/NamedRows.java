package nl.marge.profitability.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.marge.dimension.DimensionValue;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.csv.CsvTable;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowNames;

/** How answers tell rows: by code and by name on each axis. */
public final class NamedRows {

    private final RowNames names;
    private final List<String> terms;

    /** Rows by axes of these terms. */
    public NamedRows(Reference reference, List<String> terms) {
        this.names = new RowNames(reference);
        this.terms = List.copyOf(terms);
    }

    /** The code on each axis, null where unassigned; none in a row without a key. */
    public Map<String, String> key(ReportRow row) {
        return told(row, DimensionValue::code);
    }

    /** The name on each axis, null where unassigned; none in a row without a key. */
    public Map<String, String> names(ReportRow row) {
        return told(row, DimensionValue::name);
    }

    /** The row in words. */
    public String name(ReportRow row) {
        return names.of(row);
    }

    /** The header of the cells that tell a row in CSV. */
    public List<String> header() {
        List<String> header = new ArrayList<>();
        for (String term : terms) {
            header.add("dim." + term);
            header.add("name." + term);
        }
        header.add("row_kind");
        return header;
    }

    /** Writes these cells. */
    public void write(CsvTable table, ReportRow row) {
        for (int axis = 0; axis < terms.size(); axis++) {
            table.text(names.value(row, axis).map(DimensionValue::code).orElse(""));
            table.text(names.value(row, axis).map(DimensionValue::name).orElse(""));
        }
        table.text(row.kind().name());
    }

    private Map<String, String> told(ReportRow row, Function<DimensionValue, String> text) {
        Map<String, String> told = new LinkedHashMap<>();
        for (int axis = 0; axis < row.key().size(); axis++) {
            told.put(terms.get(axis), names.value(row, axis).map(text).orElse(null));
        }
        return told;
    }
}
