package nl.marge.profitability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy.Axis;
import nl.marge.ledger.reference.Reference;

/**
 * Links from a row to the ledger lines behind it: the report's own query with the filter narrowed to the row's key.
 * Appending {@code &line=} and a column's {@code from} and {@code to} leads to one cell.
 */
final class DrillLinks {

    private final ReportQuery query;
    private final Reference reference;

    DrillLinks(ReportQuery query, Reference reference) {
        this.query = query;
        this.reference = reference;
    }

    /** The link of a row; the others together are no query, so they have none. */
    Optional<String> of(ReportRow row) {
        if (row.kind() == RowKind.OTHERS) {
            return Optional.empty();
        }
        Optional<DimensionFilter> filter = Optional.of(query.selection().filter());
        for (int i = 0; i < row.key().size() && filter.isPresent(); i++) {
            Axis axis = query.by().axes().get(i);
            filter = filter.get().narrowedTo(axis.dimension(), row.key().get(i), reference.dimensions());
        }
        return Optional.of(filter.map(this::link).orElseGet(this::ofNoLines));
    }

    /** The unassigned have a row also where the report's own filter leaves no line in it. */
    private String ofNoLines() {
        return ofTotal() + "&throughNumber=0";
    }

    /** The link of all rows together. */
    String ofTotal() {
        return link(query.selection().filter());
    }

    private String link(DimensionFilter filter) {
        List<String> parameters = new ArrayList<>();
        parameters.add("from=" + query.range().from());
        parameters.add("to=" + query.range().to());
        parameters.addAll(query.selection().with(filter).parameters());
        // Codes need no encoding, but some readers of queries take the semicolon for an ampersand.
        return "/api/v1/companies/" + reference.company().code() + "/ledger-lines?"
                + String.join("&", parameters).replace(";", "%3B");
    }
}
