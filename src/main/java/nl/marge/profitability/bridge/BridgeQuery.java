package nl.marge.profitability.bridge;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.marge.cube.asked.AskedReport;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupBy.Axis;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Texts;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.QueryParameters;

/**
 * What a caller asks to be bridged.
 *
 * @param lines the axes that, below each row, tell one line from another
 * @param measure a line of the statement that contains gross margin
 * @param unitAttribute the attribute of a value that tells what its quantities are counted in
 */
public record BridgeQuery(
        DateRange range,
        GroupBy by,
        GroupBy lines,
        LineSelection selection,
        BridgeBase base,
        String measure,
        String unitAttribute) {

    static final String LINES = "lines";
    static final String UNIT_ATTRIBUTE = "unitAttribute";

    /** The attribute that tells the unit when none is named. */
    public static final String DEFAULT_UNIT_ATTRIBUTE = "unit";

    private static final String MEASURE = "measure";
    private static final String DEFAULT_MEASURE = "CM4";
    private static final List<String> DEFAULT_LINES = List.of("PRODUCT", "CUSTOMER");
    private static final int UNIT_ATTRIBUTE_LENGTH = 200;

    public BridgeQuery {
        requireNonNull(range, "range");
        requireNonNull(by, "by");
        requireNonNull(lines, "lines");
        requireNonNull(selection, "selection");
        requireNonNull(base, "base");
        requireNonNull(measure, "measure");
        requireNonNull(unitAttribute, "unitAttribute");
    }

    /** Reads the query; what is wrong is noted with it, and what is read then only fills the gap. */
    static BridgeQuery read(AskedReport asked) {
        QueryParameters query = asked.query();
        Reference reference = asked.reference();
        DateRange range = query.range();
        GroupBy by = LineSelection.parameter(
                query, GroupBy.PARAMETER, "", (text, wrong) -> GroupBy.read(text, reference.dimensions(), wrong));
        GroupBy lines = new GroupBy(lines(query, reference.dimensions()));
        LineSelection selection = LineSelection.read(query, asked.moment());
        Optional<DateRange> known = Optional.of(range)
                .filter(read -> query.text("from").equals(Optional.of(read.from())))
                .filter(read -> query.text("to").equals(Optional.of(read.to())));
        BridgeBase base = BridgeBase.read(query, known, selection.scenario())
                .orElseGet(() -> new BridgeBase("", range, Optional.empty()));
        String unitAttribute = query.value(
                        UNIT_ATTRIBUTE,
                        text -> Optional.of(text).filter(BridgeQuery::isName),
                        "the name of an attribute such as unit")
                .orElse(DEFAULT_UNIT_ATTRIBUTE);
        BridgeQuery read = new BridgeQuery(range, by, lines, selection, base, measure(query, reference), unitAttribute);
        // What could not be read says nothing of units.
        if (Stream.of(LINES, GroupBy.PARAMETER, UNIT_ATTRIBUTE).noneMatch(query::isWrong)) {
            Units.noteIfHidden(read, reference.dimensions(), query);
        }
        return read;
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= UNIT_ATTRIBUTE_LENGTH;
    }

    private static List<Axis> lines(QueryParameters query, DimensionReference dimensions) {
        List<Axis> named = query.list(
                LINES,
                code -> dimensions.dimension(code).map(dimension -> new Axis(dimension, 0)),
                "dimensions of the company separated by commas, such as PRODUCT,CUSTOMER");
        return query.isGiven(LINES) ? named : defaultLines(dimensions).axes();
    }

    /** What tells lines apart when nothing is named: those of PRODUCT and CUSTOMER that the company has. */
    public static GroupBy defaultLines(DimensionReference dimensions) {
        return new GroupBy(DEFAULT_LINES.stream()
                .flatMap(code -> dimensions.dimension(code).stream())
                .map(dimension -> new Axis(dimension, 0))
                .toList());
    }

    private static String measure(QueryParameters query, Reference reference) {
        BridgedStatement statement = new BridgedStatement(reference);
        String text = query.text(MEASURE).orElse("");
        if (!statement.missing().isEmpty()) {
            query.invalid(
                    MEASURE,
                    "The statement has no " + String.join(", ", statement.missing())
                            + ", of which a bridge tells quantity, price and margin. Add what is missing to it.");
            return DEFAULT_MEASURE;
        }
        List<String> measures = statement.measures();
        if (query.isGiven(MEASURE) && !measures.contains(text)) {
            query.invalid(
                    MEASURE,
                    "measure is \"" + Texts.excerpt(text) + "\". Give a line of the statement that contains CM1: "
                            + String.join(", ", measures) + ".");
        }
        String fallback = measures.contains(DEFAULT_MEASURE) ? DEFAULT_MEASURE : measures.get(measures.size() - 1);
        return measures.contains(text) ? text : fallback;
    }

    /** The axes by which lines are told apart: those of the rows, then those below. */
    GroupBy axes() {
        return new GroupBy(
                Stream.concat(by.axes().stream(), lines.axes().stream()).toList());
    }

    /** What is selected of the base. */
    LineSelection baseSelection() {
        return base.scenario().map(selection::in).orElse(selection);
    }

    /** The scenarios it speaks of, by the parameter that names them. */
    Map<String, String> scenarios() {
        Map<String, String> scenarios = new TreeMap<>();
        scenarios.put("scenario", selection.scenario());
        base.scenario().ifPresent(code -> scenarios.put(BridgeBase.PARAMETER, code));
        return scenarios;
    }

    /** What the answer depends on besides the books. */
    List<String> normalForm() {
        List<String> form = new ArrayList<>(List.of("profit-bridge"));
        form.addAll(selection.parameters());
        form.add("from=" + range.from() + "&to=" + range.to());
        form.add("by=" + String.join(",", by.terms()) + "&lines=" + String.join(",", lines.terms()));
        form.add("base=" + base.text());
        form.add("measure=" + measure + "&unitAttribute=" + unitAttribute);
        form.add(selection.membership().fixedDay().toString());
        return form;
    }
}
