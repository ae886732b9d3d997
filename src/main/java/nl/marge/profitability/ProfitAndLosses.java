package nl.marge.profitability;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import nl.marge.company.Watermark;
import nl.marge.cube.Answer;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.Question;
import nl.marge.cube.Questions;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.profitability.RowPlan.Groups;

/** Segment P&amp;Ls, exact to the last committed line. */
@ApplicationScoped
class ProfitAndLosses {

    /** Values in one report at most: what a client can still take in; beyond that it wants fewer rows or columns. */
    static final long VALUES_LIMIT = 5_000_000;

    private final Questions questions;

    ProfitAndLosses(Questions questions) {
        this.questions = questions;
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
        Question whole = question(frame, "cells", frame.cells(), grouping);
        boolean large = frame.cells().cellsFor(view.groups(grouping).groups()) > valuesLimit;
        Answer first = large || frame.query().sort().isPresent()
                ? view.answer(question(frame, "ranking", frame.ranking(), grouping))
                : view.answer(whole);
        RowPlan plan = plan(frame, first);
        refuseIfTooLarge(frame, plan, valuesLimit);
        Cells cells = large
                ? view.sum(
                        frame.cells(),
                        first.groups().merged(plan.rowByGroup(), plan.rows().size()))
                : view.answer(whole)
                        .cells()
                        .merged(plan.rowByGroup(), plan.rows().size());
        return new ProfitAndLoss(
                frame,
                plan.rows(),
                cells,
                ledgerSum(frame, view),
                new Watermark(view.number(), frame.reference().version()));
    }

    /** Which rows there are, and in which order: by the measure that {@code answer} ranks by, or else by key. */
    private static RowPlan plan(ReportFrame frame, Answer answer) {
        Groups groups = groups(frame, answer);
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
        BigInteger sum = BigInteger.ZERO;
        for (int row = 0; row < factors.length; row++) {
            sum = sum.add(cells.sum(group, row, 0).multiply(BigInteger.valueOf(factors[row])));
        }
        return sum;
    }

    private BigInteger ledgerSum(ReportFrame frame, CubeView view) {
        SetGrouping filterOnly = grouping(frame, new GroupBy(List.of()));
        return view.answer(question(frame, "ledger", frame.ledger(), filterOnly))
                .cells()
                .sum(0, 0, 0);
    }

    private static void refuseIfTooLarge(ReportFrame frame, RowPlan plan, long valuesLimit) {
        long rows = plan.rows().size() + 1L;
        long values =
                rows * frame.layout().lines().size() * frame.columns().all().size();
        if (values > valuesLimit) {
            throw Refusal.of(
                    Reason.ENTRY_REFUSED,
                    Violation.parameter(
                            GroupBy.PARAMETER,
                            ViolationCode.REPORT_TOO_LARGE,
                            "The report has " + values + " values: " + rows + " rows with the total, "
                                    + frame.layout().lines().size() + " lines, "
                                    + frame.columns().all().size() + " columns. A report has at most " + valuesLimit
                                    + ". Ask for fewer columns, set a limit, or filter."));
        }
    }

    private static Groups groups(ReportFrame frame, Answer answer) {
        boolean[] hasLines = new boolean[answer.cells().groups()];
        IntStream.range(0, hasLines.length)
                .forEach(group -> hasLines[group] = answer.cells().lines(group) > 0);
        return new Groups(
                answer.groups(),
                frame.query().by().axes().size(),
                hasLines,
                frame.reference().dimensions());
    }

    private SetGrouping grouping(ReportFrame frame, GroupBy by) {
        return questions.grouping(frame.reference(), by, frame.query().selection());
    }

    private Question question(ReportFrame frame, String what, CubeQuery query, SetGrouping grouping) {
        return questions.question(frame.key() + "&" + what, () -> new Question(query, grouping));
    }
}
