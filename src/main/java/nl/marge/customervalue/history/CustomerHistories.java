package nl.marge.customervalue.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Watermark;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.DayColumns;
import nl.marge.cube.DaySums;
import nl.marge.cube.LineFilter;
import nl.marge.cube.Measure;
import nl.marge.cube.Question;
import nl.marge.cube.Questions;
import nl.marge.customervalue.history.HistoryFigures.Figures;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;

/** Reads the histories of customers from the cube, in one scan. */
@ApplicationScoped
public class CustomerHistories {

    private final Questions questions;

    CustomerHistories(Questions questions) {
        this.questions = questions;
    }

    /**
     * The histories over what {@code view} sees; the reference data must be at least as new.
     *
     * @param query whose measure must be a line of the statement, and whose segments are derived from its customers
     */
    public Histories of(HistoryQuery query, Reference reference, CubeView view) {
        GroupBy by = new GroupBy(List.of(new GroupBy.Axis(query.customers(), 0))).withPurposes(reference.dimensions());
        SetGrouping grouping = questions.grouping(reference, by, query.selection());
        GroupTable groups = view.groups(grouping);
        HistoryFigures figures = new HistoryFigures(reference, query.measure());
        CubeQuery days =
                new CubeQuery(lines(query), whole(query), figures.rowByAccount(), figures.rows(), Measure.AMOUNT);
        Draft draft = new Draft(query, reference, figures);
        draft.add(view.days(days, groups), groups, by.axes().size());
        return new Histories(
                query,
                reference,
                new Watermark(view.number(), reference.version()),
                draft.customers(),
                draft.sums(draft.unassigned),
                draft.sums(draft.capacity),
                draft.sums(draft.total),
                new Histories.Proof(ledger(query, reference, view).negate(), draft.total.profit()));
    }

    private BigInteger ledger(HistoryQuery query, Reference reference, CubeView view) {
        int[] rowByAccount = new int[reference.accountIdLimit()];
        Arrays.fill(rowByAccount, StatementLayout.NO_ROW);
        for (Account account : reference.accounts()) {
            if (account.type() == AccountType.REVENUE || account.type() == AccountType.EXPENSE) {
                rowByAccount[account.id()] = 0;
            }
        }
        CubeQuery sum = new CubeQuery(lines(query), whole(query), rowByAccount, 1, Measure.AMOUNT);
        SetGrouping all = questions.grouping(reference, new GroupBy(List.of()), query.selection());
        return view.answer(new Question(sum, all)).cells().sum(0, 0, 0);
    }

    static LineFilter lines(HistoryQuery query) {
        return new LineFilter(
                query.selection().kinds(), Optional.of(query.selection().scenario()));
    }

    static DayColumns whole(HistoryQuery query) {
        return DayColumns.single(
                Math.toIntExact(query.range().first().toEpochDay()),
                Math.toIntExact(query.range().last().toEpochDay()));
    }

    /** Figures by customer and day: a customer's groups with and without a purpose come together. */
    private static final class Draft {
        private final HistoryQuery query;
        private final DimensionReference dimensions;
        private final HistoryFigures figures;
        private final Map<Integer, Map<Integer, Figures>> daysByCustomer = new HashMap<>();
        private Figures unassigned = Figures.NONE;
        private Figures capacity = Figures.NONE;
        private Figures total = Figures.NONE;

        private Draft(HistoryQuery query, Reference reference, HistoryFigures figures) {
            this.query = query;
            this.dimensions = reference.dimensions();
            this.figures = figures;
        }

        private void add(DaySums sums, GroupTable groups, int axes) {
            for (int i = 0; i < sums.size(); i++) {
                int group = sums.group(i);
                boolean acquires = false;
                for (int axis = 1; axis < axes; axis++) {
                    acquires |= groups.key(group, axis) != 0;
                }
                add(groups.key(group, 0), sums.day(i), figures.of(sums, i, acquires));
            }
        }

        private void add(int customer, int day, Figures of) {
            total = total.plus(of);
            if (customer == 0) {
                unassigned = unassigned.plus(of);
            } else if (dimensions.reservedKind(customer).isPresent()) {
                capacity = capacity.plus(of);
            } else {
                daysByCustomer
                        .computeIfAbsent(customer, none -> new HashMap<>())
                        .merge(day, of, Figures::plus);
            }
        }

        private List<CustomerDays> customers() {
            List<CustomerDays> customers = new ArrayList<>(daysByCustomer.size());
            daysByCustomer.keySet().stream()
                    .sorted(Comparator.comparingInt(dimensions::place))
                    .forEach(customer -> customers.add(customer(customer)));
            return customers;
        }

        private CustomerDays customer(int customer) {
            Map<Integer, Figures> byDay = daysByCustomer.get(customer);
            int[] days =
                    byDay.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
            long[] amounts = new long[days.length * CustomerDays.FIGURES];
            for (int i = 0; i < days.length; i++) {
                Figures of = byDay.get(days[i]);
                int first = i * CustomerDays.FIGURES;
                amounts[first] = of.netRevenue().longValueExact();
                amounts[first + 1] = of.margin().longValueExact();
                amounts[first + 2] = of.costToServe().longValueExact();
                amounts[first + 3] = of.acquisition().longValueExact();
            }
            return new CustomerDays(customer, segment(customer), days, amounts);
        }

        private int segment(int customer) {
            int last = Math.toIntExact(query.range().last().toEpochDay());
            return query.segments()
                    .map(segments ->
                            dimensions.membership(segments.id(), customer).at(last))
                    .orElse(0);
        }

        private Histories.Sums sums(Figures of) {
            return new Histories.Sums(of.netRevenue(), of.margin(), of.costToServe(), of.acquisition());
        }
    }
}
