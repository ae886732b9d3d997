package nl.marge.profitability.bridge;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.DayColumns;
import nl.marge.cube.LineFilter;
import nl.marge.cube.Measure;
import nl.marge.cube.Questions;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;
import nl.marge.profitability.ReportRow;

/** Adds the lines of bridges up over the cube, row by row; no line is kept. */
@ApplicationScoped
class BridgedLines {

    /** Lines of one bridge at most (four answers of the cube, half a gigabyte); beyond, a product is line enough. */
    static final int LINES_LIMIT = 4_000_000;

    private final Questions questions;

    BridgedLines(Questions questions) {
        this.questions = questions;
    }

    /**
     * The lines of each row that has any, on both sides.
     *
     * @throws Refusal when there are too many
     */
    Map<ReportRow, RowLines> byRow(BridgeQuery query, Reference reference, CubeView view) {
        return byRow(query, reference, view, LINES_LIMIT);
    }

    /** The same with another limit, so that a test needs no millions. */
    Map<ReportRow, RowLines> byRow(BridgeQuery query, Reference reference, CubeView view, int limit) {
        GroupTable groups = view.groups(questions.grouping(reference, query.axes(), query.selection()));
        refuseIfTooLarge(groups.groups(), limit);
        BridgedStatement statement = new BridgedStatement(reference);
        Sums before = sums(query.base().range(), query.baseSelection(), statement, view, groups);
        Sums after = sums(query.range(), query.selection(), statement, view, groups);
        Units units = new Units(query, reference.dimensions());
        int axes = query.by().axes().size();
        Map<List<Integer>, RowLines> byKey = new HashMap<>();
        for (int group = 0; group < groups.groups(); group++) {
            if (before.hasLines(group) || after.hasLines(group)) {
                List<Integer> key = groups.keys(group);
                Optional<DimensionValue> counted = units.counted(key);
                BridgeLine line = new BridgeLine(
                        before.side(group), after.side(group), counted.isPresent() || !units.areNeeded());
                byKey.computeIfAbsent(List.copyOf(key.subList(0, axes)), none -> new RowLines())
                        .add(line, counted, units);
            }
        }
        Map<ReportRow, RowLines> byRow = new HashMap<>();
        byKey.forEach((key, lines) -> byRow.put(ReportRow.of(key, reference.dimensions()), lines));
        return byRow;
    }

    private static Sums sums(
            DateRange range, LineSelection selection, BridgedStatement statement, CubeView view, GroupTable groups) {
        LineFilter entries = new LineFilter(selection.kinds(), Optional.of(selection.scenario()));
        DayColumns days = DayColumns.single(
                Math.toIntExact(range.first().toEpochDay()),
                Math.toIntExact(range.last().toEpochDay()));
        return new Sums(
                statement,
                view.sum(
                        new CubeQuery(entries, days, statement.amountRows(), statement.rows(), Measure.AMOUNT), groups),
                view.sum(new CubeQuery(entries, days, statement.quantityRows(), 1, Measure.QUANTITY), groups));
    }

    /** What one side of all lines comes to. */
    private record Sums(BridgedStatement statement, Cells amounts, Cells quantities) {

        private boolean hasLines(int group) {
            return amounts.lines(group) > 0;
        }

        private Side side(int group) {
            List<BigInteger> sums = IntStream.range(0, statement.rows())
                    .mapToObj(row -> amounts.sum(group, row, 0))
                    .toList();
            return new Side(
                    quantities.sum(group, 0, 0), statement.value("NET_REVENUE", sums), statement.value("CM1", sums));
        }
    }

    private static void refuseIfTooLarge(int lines, int limit) {
        if (lines > limit) {
            throw Refusal.of(
                    Refusal.Reason.ENTRY_REFUSED,
                    Violation.parameter(
                            BridgeQuery.LINES,
                            ViolationCode.REPORT_TOO_LARGE,
                            "by and lines tell " + lines + " lines apart. A bridge has at most " + limit
                                    + ". Ask for fewer dimensions, such as lines=PRODUCT, or filter."));
        }
    }
}
