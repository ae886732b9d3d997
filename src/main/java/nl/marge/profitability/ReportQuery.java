package nl.marge.profitability;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.ColumnStep;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Texts;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.QueryParameters;

/** What a caller asks of the segment P&amp;L. */
record ReportQuery(
        DateRange range,
        GroupBy by,
        LineSelection selection,
        ColumnStep columns,
        Optional<Sort> sort,
        OptionalInt limit) {

    /** Rows a caller may ask for at most; more values than the report's limit are refused anyway. */
    private static final int LIMIT_MAX = 1_000_000;

    ReportQuery {
        requireNonNull(range, "range");
        requireNonNull(by, "by");
        requireNonNull(selection, "selection");
        requireNonNull(columns, "columns");
        requireNonNull(sort, "sort");
        requireNonNull(limit, "limit");
    }

    /** Reads the query against the reference data it speaks of; what is wrong is noted with it. */
    static ReportQuery read(QueryParameters query, Reference reference, LocalDate today) {
        DateRange range = query.range();
        GroupBy by = LineSelection.parameter(
                query, GroupBy.PARAMETER, "", (text, wrong) -> GroupBy.read(text, reference.dimensions(), wrong));
        LineSelection selection = LineSelection.read(query, reference.dimensions(), today);
        ColumnStep columns = query.choice("columns", ColumnStep.NONE);
        Optional<Sort> sort = query.text("sort").flatMap(text -> sort(text, query, reference));
        int limit = query.integer("limit", 0, 1, LIMIT_MAX);
        LineSelection.refuseLater(query);
        return new ReportQuery(
                range, by, selection, columns, sort, limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit));
    }

    private static Optional<Sort> sort(String text, QueryParameters query, Reference reference) {
        boolean descending = text.startsWith("-");
        String code = descending ? text.substring(1) : text;
        List<String> lines =
                reference.statement().lines().stream().map(StatementLine::code).toList();
        if (!lines.contains(code)) {
            query.invalid(
                    "sort",
                    "sort is \"" + Texts.excerpt(text)
                            + "\". Give a line of the statement, with - for the largest first, such as -CM4.");
            return Optional.empty();
        }
        return Optional.of(new Sort(lines.indexOf(code), descending));
    }

    /** All that the answer depends on besides the ledger, the reference data and the day, in normal form. */
    List<String> normalForm() {
        List<String> form = new ArrayList<>(selection.parameters());
        form.add("from=" + range.from());
        form.add("to=" + range.to());
        form.add("by=" + String.join(",", by.terms()));
        form.add("columns=" + columns);
        form.add("sort=" + sort);
        form.add("limit=" + limit);
        return form;
    }
}
