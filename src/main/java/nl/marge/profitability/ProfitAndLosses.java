package nl.marge.profitability;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.marge.company.Watermark;
import nl.marge.cube.Answer;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.Question;
import nl.marge.cube.Questions;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.kernel.ColumnStep;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;
import nl.marge.profitability.RowPlan.Groups;

/** Segment P&amp;Ls, exact to the last committed line. */
@ApplicationScoped
public class ProfitAndLosses {

    /** Values in one report at most: what a client can still take in; beyond that it wants fewer rows or columns. */
    static final long VALUES_LIMIT = 5_000_000;

    private final Questions questions;

    ProfitAndLosses(Questions questions) {
        this.questions = questions;
    }

    /**
     * A report with one column, its rows in the order of their keys, over what {@code view} sees.
     *
     * @throws Refusal when it has more than {@value #VALUES_LIMIT} values
     */
    public ProfitAndLoss total(
            DateRange range, GroupBy by, LineSelection selection, Reference reference, CubeView view) {
        ReportQuery query = new ReportQuery(
                range, by, selection, ColumnStep.NONE, Optional.empty(), OptionalInt.empty(), Optional.empty());
        return report(ReportFrame.of(query, reference), view);
    }

    /**
     * The report over what {@code view} sees; the frame's reference data must be at least as new. Where the groups
     * would have too many cells, which rows there are is found by a small question first, and only then are the cells
     * of these rows added up.
     *
     * @throws Refusal when it has more than {@value #VALUES_LIMIT} values
     */
    ProfitAndLoss report(ReportFrame frame, CubeView view) {
        return report(frame, view, VALUES_LIMIT);
    }

    /** The same with another limit of values, so that a test needs no millions. */
    ProfitAndLoss report(ReportFrame frame, CubeView view, long valuesLimit) {
        SetGrouping grouping = grouping(frame, frame.query().by());
        boolean large = frame.cells().cellsFor(view.groups(grouping).groups()) > valuesLimit;
        Answer first = first(frame, view, large);
        Optional<ReportFrame> base = frame.base();
        Groups groups = groups(frame, first, base.map(of -> first(of, view, large)));
        Shape shape = new Shape(plan(frame, first, groups), groups, large);
        refuseIfTooLarge(frame, shape.plan(), valuesLimit);
        return filled(frame, view, shape, base.map(of -> filled(of, view, shape, Optional.empty())));
    }

    /** Which rows a report and its base have, and how their cells are found. */
    private record Shape(RowPlan plan, Groups groups, boolean large) {}

    /** What tells which rows there are: the report's own cells, unless too many or not what it is sorted by. */
    private Answer first(ReportFrame frame, CubeView view, boolean large) {
        return large || frame.query().sort().isPresent()
                ? view.answer(question(
                        frame,
                        "ranking",
                        frame.ranking(),
                        grouping(frame, frame.query().by())))
                : view.answer(whole(frame));
    }

    private ProfitAndLoss filled(ReportFrame frame, CubeView view, Shape shape, Optional<ProfitAndLoss> base) {
        int[] rowByGroup = shape.plan().rowByGroup();
        int rows = shape.plan().rows().size();
        Cells cells = shape.large()
                ? view.sum(frame.cells(), shape.groups().table().merged(rowByGroup, rows))
                : view.answer(whole(frame)).cells().merged(rowByGroup, rows);
        Watermark watermark = new Watermark(view.number(), frame.reference().version());
        return new ProfitAndLoss(
                frame, shape.plan().rows(), cells, ledgerSum(frame, view), capacity(frame, view), watermark, base);
    }

    /** Which order the rows are in: by the measure that {@code answer} ranks by, or else by key. */
    private static RowPlan plan(ReportFrame frame, Answer answer, Groups groups) {
        int[] factors = frame.factors();
        return frame.query()
                .sort()
                .map(sort -> RowPlan.byMeasure(
                        groups,
                        group -> measure(answer.cells(), group, factors),
                        sort.descending(),
                        frame.query().limit()))
                .orElseGet(() -> RowPlan.byKey(groups, frame.query().limit()));
    }

    private static BigInteger measure(Cells cells, int group, int[] factors) {
        return group < cells.groups() ? cells.weighed(group, factors) : BigInteger.ZERO;
    }

    private BigInteger ledgerSum(ReportFrame frame, CubeView view) {
        SetGrouping filterOnly = grouping(frame, new GroupBy(List.of()));
        return view.answer(question(frame, "ledger", frame.ledger(), filterOnly))
                .cells()
                .sum(0, 0, 0);
    }

    /** Asks nothing of the cube unless a run ever posted on a reserved value. */
    private CapacityValues capacity(ReportFrame frame, CubeView view) {
        GroupBy by = GroupBy.reservedOnly(frame.reference().dimensions());
        if (by.axes().isEmpty()) {
            return CapacityValues.NONE;
        }
        Answer answer = view.answer(question(frame, "capacity", frame.cells(), grouping(frame, by)));
        return CapacityValues.of(frame, by, answer);
    }

    private static void refuseIfTooLarge(ReportFrame frame, RowPlan plan, long valuesLimit) {
        long rows = plan.rows().size() + 1L;
        long tables = frame.query().compare().isPresent() ? 2 : 1;
        long values = tables
                * rows
                * frame.layout().lines().size()
                * frame.columns().all().size();
        if (values > valuesLimit) {
            throw Refusal.of(
                    Reason.ENTRY_REFUSED,
                    Violation.parameter(
                            GroupBy.PARAMETER,
                            ViolationCode.REPORT_TOO_LARGE,
                            "The report has " + values + " values: " + rows + " rows with the total, "
                                    + frame.layout().lines().size() + " lines, "
                                    + frame.columns().all().size() + " columns"
                                    + (tables > 1 ? ", twice for the comparison" : "") + ". A report has at most "
                                    + valuesLimit
                                    + ". Ask for fewer columns, set a limit, or filter."));
        }
    }

    /** The groups with lines in the report or in its base; both are numbered alike, one may know of more. */
    private static Groups groups(ReportFrame frame, Answer answer, Optional<Answer> base) {
        GroupTable table = base.map(Answer::groups)
                .filter(of -> of.groups() > answer.groups().groups())
                .orElse(answer.groups());
        boolean[] hasLines = new boolean[table.groups()];
        Stream.concat(Stream.of(answer), base.stream()).map(Answer::cells).forEach(cells -> IntStream.range(
                        0, cells.groups())
                .forEach(group -> hasLines[group] |= cells.lines(group) > 0));
        return new Groups(
                table,
                frame.query().by().axes().size(),
                hasLines,
                frame.reference().dimensions());
    }

    private SetGrouping grouping(ReportFrame frame, GroupBy by) {
        return questions.grouping(frame.reference(), by, frame.query().selection());
    }

    private Question whole(ReportFrame frame) {
        return question(
                frame, "cells", frame.cells(), grouping(frame, frame.query().by()));
    }

    private Question question(ReportFrame frame, String what, CubeQuery query, SetGrouping grouping) {
        return questions.question(frame.key() + "&" + what, () -> new Question(query, grouping));
    }
}
