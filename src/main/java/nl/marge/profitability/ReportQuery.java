package nl.marge.profitability;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.ColumnStep;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Texts;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.comparison.Comparison;
import nl.marge.profitability.comparison.DateShift;

/** What a caller asks of the segment P&amp;L. */
record ReportQuery(
        DateRange range,
        GroupBy by,
        LineSelection selection,
        ColumnStep columns,
        Optional<Sort> sort,
        OptionalInt limit,
        Optional<Comparison> compare) {

    /** Rows a caller may ask for at most; more values than the report's limit are refused anyway. */
    private static final int LIMIT_MAX = 1_000_000;

    ReportQuery {
        requireNonNull(range, "range");
        requireNonNull(by, "by");
        requireNonNull(selection, "selection");
        requireNonNull(columns, "columns");
        requireNonNull(sort, "sort");
        requireNonNull(limit, "limit");
        requireNonNull(compare, "compare");
    }

    /** Reads the query against the reference data it speaks of; what is wrong is noted with it. */
    static ReportQuery read(QueryParameters query, LedgerMoment moment) {
        Reference reference = moment.reference();
        DateRange range = query.range();
        GroupBy by = LineSelection.parameter(
                query, GroupBy.PARAMETER, "", (text, wrong) -> GroupBy.read(text, reference.dimensions(), wrong));
        LineSelection selection = LineSelection.read(query, moment);
        ColumnStep columns = query.choice("columns", ColumnStep.NONE);
        Optional<Sort> sort = query.text("sort").flatMap(text -> sort(text, query, reference));
        int limit = query.integer("limit", 0, 1, LIMIT_MAX);
        ReportQuery read = new ReportQuery(
                range,
                by,
                selection,
                columns,
                sort,
                limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit),
                Comparison.read(query));
        if (read.compare.isPresent() && read.shift().of(range).isEmpty()) {
            query.invalid(
                    Comparison.PARAMETER,
                    "compare=" + read.compare.get().text() + " of " + range.from() + " to " + range.to()
                            + " begins before " + Dates.FIRST + ". Give a later range.");
        }
        return read;
    }

    /** The scenarios it speaks of, by the parameter that names them. */
    Map<String, String> scenarios() {
        Map<String, String> scenarios = new TreeMap<>();
        scenarios.put("scenario", selection.scenario());
        compare.filter(Comparison.Scenario.class::isInstance)
                .map(Comparison.Scenario.class::cast)
                .ifPresent(with -> scenarios.put(Comparison.PARAMETER, with.code()));
        return scenarios;
    }

    /** How far back the range lies that this one is compared with. */
    DateShift shift() {
        return compare.orElseThrow().shift(range);
    }

    /** What the base of the comparison is asked by: the same rows and columns, an earlier range or another scenario. */
    ReportQuery base() {
        LineSelection of =
                compare.orElseThrow() instanceof Comparison.Scenario with ? selection.in(with.code()) : selection;
        return new ReportQuery(shift().of(range).orElseThrow(), by, of, columns, sort, limit, Optional.empty());
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

    /** What the sums depend on besides dates, the ledger and the reference data, in normal form. */
    List<String> normalForm() {
        List<String> form = new ArrayList<>(selection.parameters());
        form.add("by=" + String.join(",", by.terms()));
        form.add("columns=" + columns);
        form.add("sort=" + sort);
        form.add("limit=" + limit);
        return form;
    }
}
