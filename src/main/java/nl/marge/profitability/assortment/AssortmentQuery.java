package nl.marge.profitability.assortment;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.marge.cube.asked.AskedReport;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Violations;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.ranking.RankedLines;

/**
 * What a caller asks to be classified: items of a dimension, per key of {@code by} where there are axes.
 *
 * @param by the axes of which each key has classes of its own, and after them the items'
 * @param leadTimes of replenishment
 */
record AssortmentQuery(
        DateRange range,
        GroupBy by,
        LineSelection selection,
        RankedLines lines,
        AbcClass.Limits abc,
        XyzClass.Limits xyz,
        LeadTimes leadTimes,
        ServiceLevels levels) {

    static final String ITEMS = "items";
    private static final int MONTHS_LEAST = 3;

    AssortmentQuery {
        requireNonNull(range, "range");
        requireNonNull(by, "by");
        requireNonNull(selection, "selection");
        requireNonNull(lines, "lines");
        requireNonNull(abc, "abc");
        requireNonNull(xyz, "xyz");
        requireNonNull(leadTimes, "leadTimes");
        requireNonNull(levels, "levels");
    }

    /** Reads the query; what is wrong is noted with it. */
    static AssortmentQuery read(AskedReport asked) {
        QueryParameters query = asked.query();
        DateRange range = range(query);
        GroupBy items = axes(query, ITEMS, "PRODUCT", asked);
        GroupBy by = axes(query, GroupBy.PARAMETER, "", asked);
        if (query.text(ITEMS).filter(String::isEmpty).isPresent()) {
            query.invalid(ITEMS, "items is empty. Name the dimension whose values are classified, such as PRODUCT.");
        }
        if (items.axes().size() > 1 || by.axes().stream().anyMatch(items.axes()::contains)) {
            query.invalid(ITEMS, "items names what is classified: one dimension, and not one of by. Name one.");
        }
        List<GroupBy.Axis> axes = new ArrayList<>(by.axes());
        axes.addAll(items.axes());
        return new AssortmentQuery(
                range,
                new GroupBy(axes),
                LineSelection.read(query, asked.moment()),
                RankedLines.read(query, asked.reference()),
                abc(query),
                xyz(query),
                LeadTimes.read(
                        query,
                        items.axes().stream().map(GroupBy.Axis::dimension).findFirst(),
                        asked.reference().dimensions()),
                ServiceLevels.read(query));
    }

    private static AbcClass.Limits abc(QueryParameters query) {
        AbcClass.Limits abc = new AbcClass.Limits(
                PlainDecimal.readPercent(query, "a", "80"), PlainDecimal.readPercent(query, "b", "95"));
        if (abc.a().compareTo(abc.b()) > 0) {
            query.invalid(
                    "b",
                    "b is " + abc.b().toPlainString() + ", below a, which is "
                            + abc.a().toPlainString() + ". Give b at least a.");
        }
        return abc;
    }

    private static XyzClass.Limits xyz(QueryParameters query) {
        XyzClass.Limits xyz =
                new XyzClass.Limits(PlainDecimal.read(query, "x", "0.5"), PlainDecimal.read(query, "y", "1"));
        if (xyz.x().compareTo(xyz.y()) > 0) {
            query.invalid(
                    "y",
                    "y is " + xyz.y().toPlainString() + ", below x, which is "
                            + xyz.x().toPlainString() + ". Give y at least x.");
        }
        return xyz;
    }

    /** The months of the range, in order. */
    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        YearMonth last = YearMonth.from(range.last());
        for (YearMonth month = YearMonth.from(range.first()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    Map<String, String> scenarios() {
        return Map.of("scenario", selection.scenario());
    }

    /** What the answer depends on besides the books. */
    List<String> normalForm() {
        List<String> form = new ArrayList<>(selection.parameters());
        form.add("from=" + range.from() + "&to=" + range.to());
        form.add("by=" + String.join(",", by.terms()));
        form.add("measure=" + lines.measure());
        form.add(abc + "&" + xyz + "&" + leadTimes.common() + "&" + leadTimes.attribute() + "&" + levels.text());
        form.add(selection.membership().fixedDay().toString());
        return form;
    }

    private static DateRange range(QueryParameters query) {
        DateRange range = query.range();
        boolean whole = range.first().getDayOfMonth() == 1
                && range.last().equals(YearMonth.from(range.last()).atEndOfMonth());
        long months = ChronoUnit.MONTHS.between(YearMonth.from(range.first()), YearMonth.from(range.last())) + 1;
        if (query.isGiven("from") && query.isGiven("to") && (!whole || months < MONTHS_LEAST)) {
            query.invalid(
                    "from",
                    "from " + range.from() + " to " + range.to() + " are not at least " + MONTHS_LEAST
                            + " whole months, and how much demand varies is told by months. Give a longer range, best"
                            + " a year or more.");
        }
        return range;
    }

    private static GroupBy axes(QueryParameters query, String name, String absent, AskedReport asked) {
        Violations wrong = new Violations();
        GroupBy read =
                GroupBy.read(query.text(name).orElse(absent), asked.reference().dimensions(), wrong);
        wrong.listed()
                .forEach(violation -> query.invalid(name, violation.message().replace(" in by ", " in " + name + " ")));
        return read;
    }
}
