package nl.marge.profitability.ranking;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.cube.asked.AskedReport;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.comparison.Comparison;

/** What a caller asks to be ranked: which rows, of which lines, by which line of the template. */
public record RankingQuery(
        DateRange range, GroupBy by, LineSelection selection, String measure, Optional<Comparison> compare) {

    public RankingQuery {
        requireNonNull(range, "range");
        requireNonNull(by, "by");
        requireNonNull(selection, "selection");
        requireNonNull(measure, "measure");
        requireNonNull(compare, "compare");
    }

    /** Reads the query; what is wrong is noted with it. */
    public static RankingQuery read(AskedReport asked, boolean comparable) {
        QueryParameters query = asked.query();
        Reference reference = asked.reference();
        DateRange range = query.range();
        GroupBy by = LineSelection.parameter(
                query, GroupBy.PARAMETER, "", (text, wrong) -> GroupBy.read(text, reference.dimensions(), wrong));
        if (query.text(GroupBy.PARAMETER).orElse("").isEmpty()) {
            query.invalid(GroupBy.PARAMETER, "by is missing. Name what is to be ranked, such as CUSTOMER.");
        }
        LineSelection selection = LineSelection.read(query, asked.moment());
        String measure = RankedLines.read(query, reference).measure();
        Optional<Comparison> compare = comparable ? Comparison.read(query) : Optional.empty();
        RankingQuery read = new RankingQuery(range, by, selection, measure, compare);
        read.refuseTooEarly(query);
        read.refuseItself(query);
        return read;
    }

    /** The same for what is always compared: with as long a range right before where nothing else is named. */
    public static RankingQuery readCompared(AskedReport asked) {
        RankingQuery read = read(asked, true);
        RankingQuery compared = new RankingQuery(
                read.range,
                read.by,
                read.selection,
                read.measure,
                read.compare.or(() -> Optional.of(new Comparison.PreviousPeriod())));
        if (read.compare.isEmpty()) {
            compared.refuseTooEarly(asked.query());
        }
        return compared;
    }

    private void refuseTooEarly(QueryParameters query) {
        if (compare.isPresent() && compare.get().shift(range).of(range).isEmpty()) {
            query.invalid(
                    Comparison.PARAMETER,
                    "compare=" + compare.get().text() + " of " + range.from() + " to " + range.to() + " begins before "
                            + Dates.FIRST + ". Give a later range.");
        }
    }

    private void refuseItself(QueryParameters query) {
        if (compare.isPresent()
                && compare.get() instanceof Comparison.Scenario other
                && other.code().equals(selection.scenario())) {
            query.invalid(
                    Comparison.PARAMETER,
                    "compare=" + other.text() + " is the scenario that is asked for. Compare with another one, such as"
                            + " BUDGET.");
        }
    }

    /** The same rows and measure in what it is compared with. */
    public Optional<RankingQuery> base() {
        return compare.map(with -> new RankingQuery(
                with.shift(range).of(range).orElseThrow(),
                by,
                with instanceof Comparison.Scenario other ? selection.in(other.code()) : selection,
                measure,
                Optional.empty()));
    }

    /** The scenarios it speaks of, by the parameter that names them. */
    public Map<String, String> scenarios() {
        Map<String, String> scenarios = new TreeMap<>();
        scenarios.put("scenario", selection.scenario());
        compare.filter(Comparison.Scenario.class::isInstance)
                .map(Comparison.Scenario.class::cast)
                .ifPresent(with -> scenarios.put(Comparison.PARAMETER, with.code()));
        return scenarios;
    }

    /** What the answer depends on besides the books. */
    public List<String> normalForm() {
        List<String> form = new ArrayList<>(selection.parameters());
        form.add("from=" + range.from() + "&to=" + range.to());
        form.add("by=" + String.join(",", by.terms()));
        form.add("measure=" + measure);
        form.add("compare=" + compare.map(Comparison::text).orElse(""));
        form.add(selection.membership().fixedDay().toString());
        return form;
    }
}
