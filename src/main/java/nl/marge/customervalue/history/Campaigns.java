package nl.marge.customervalue.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.DaySums;
import nl.marge.cube.Measure;
import nl.marge.cube.Questions;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.ledger.reference.Reference;

/** Finds what was spent on winning customers and is claimed by none of them. */
@ApplicationScoped
public class Campaigns {

    private final Questions questions;

    Campaigns(Questions questions) {
        this.questions = questions;
    }

    /**
     * Spend of one day on one segment.
     *
     * @param day epoch day
     * @param segment value id that the lines have in the segment dimension; 0 = none
     * @param amount minor units, cost above zero
     */
    public record Spend(int day, int segment, BigInteger amount) {}

    /** The spend of all days, by day and segment: together it is the acquisition cost among the unassigned. */
    public List<Spend> of(HistoryQuery query, Reference reference, CubeView view) {
        List<GroupBy.Axis> axes = query.segments()
                .map(segments -> new GroupBy.Axis(segments, 0))
                .map(List::of)
                .orElse(List.of());
        GroupBy by = new GroupBy(axes).withPurposes(reference.dimensions());
        GroupTable groups =
                view.groups(questions.grouping(reference, by, query.selection().with(unclaimed(query))));
        HistoryFigures figures = new HistoryFigures(reference, query.measure());
        CubeQuery days = new CubeQuery(
                CustomerHistories.lines(query),
                CustomerHistories.whole(query),
                figures.rowByAccount(),
                figures.rows(),
                Measure.AMOUNT);
        return spends(
                view.days(days, groups), groups, figures, axes.size(), by.axes().size());
    }

    /** The lines of the query that have no customer. */
    private static DimensionFilter unclaimed(HistoryQuery query) {
        List<DimensionFilter.Term> terms =
                new ArrayList<>(query.selection().filter().terms());
        terms.add(new DimensionFilter.Term(query.customers(), List.of(DimensionFilter.Item.UNASSIGNED)));
        return new DimensionFilter(terms);
    }

    private static List<Spend> spends(
            DaySums sums, GroupTable groups, HistoryFigures figures, int segmentAxes, int axes) {
        Map<Long, BigInteger> amounts = new TreeMap<>();
        for (int i = 0; i < sums.size(); i++) {
            int group = sums.group(i);
            boolean acquires = false;
            for (int axis = segmentAxes; axis < axes; axis++) {
                acquires |= groups.key(group, axis) != 0;
            }
            BigInteger spent = figures.of(sums, i, acquires).acquisition();
            int segment = segmentAxes == 0 ? 0 : groups.key(group, 0);
            if (spent.signum() != 0) {
                amounts.merge((long) sums.day(i) << Integer.SIZE | segment, spent, BigInteger::add);
            }
        }
        return amounts.entrySet().stream()
                .map(entry -> new Spend(
                        (int) (entry.getKey() >> Integer.SIZE), entry.getKey().intValue(), entry.getValue()))
                .sorted(Comparator.comparingInt(Spend::day).thenComparingInt(Spend::segment))
                .toList();
    }
}
