package nl.marge.cube.balances;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.marge.cube.Answer;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.DayColumns;
import nl.marge.cube.LineFilter;
import nl.marge.cube.Measure;
import nl.marge.cube.Question;
import nl.marge.cube.Questions;
import nl.marge.cube.balances.BalanceRow.Amounts;
import nl.marge.cube.balances.BalanceRow.InCurrency;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.reference.Reference;

/** Balances, exact to the last committed line. */
@ApplicationScoped
class Balances {

    /** Cells of one answer at most: openings and movements of every account in every group. */
    private static final long CELLS_LIMIT = 5_000_000;

    private static final String BEHIND_EVERY_CODE = "\uFFFF";
    private static final int OPENING = 0;
    private static final int MOVEMENT = 1;

    private final Questions questions;

    Balances(Questions questions) {
        this.questions = questions;
    }

    /**
     * The rows over what {@code view} sees, in the order of their keys and then of their currencies; one exists where a
     * line falls in it.
     */
    List<BalanceRow> rows(BalanceQuery query, Reference reference, CubeView view) {
        SetGrouping grouping = questions.grouping(reference, query.axes(), query.selection());
        List<Optional<String>> currencies = currencies(query, view);
        refuseIfTooLarge(query(query, reference, Optional.empty(), Measure.LINES)
                        .cellsFor(view.groups(grouping).groups())
                * currencies.size());
        List<BalanceRow> rows = new ArrayList<>();
        currencies.forEach(currency -> rows.addAll(rows(new Asked(query, reference, view, currency))));
        rows.sort(order(query, reference).thenComparing(BalanceRow::currency));
        return rows;
    }

    /** What is told apart: nothing, one currency, or each there is. */
    private static List<Optional<String>> currencies(BalanceQuery query, CubeView view) {
        return query.currency().filter(BalanceQuery.ALL::equals).isPresent()
                ? view.currencies().stream().map(Optional::of).toList()
                : List.of(query.currency());
    }

    /** One currency, or all lines whatever theirs, of what is asked. */
    private record Asked(BalanceQuery query, Reference reference, CubeView view, Optional<String> currency) {

        private boolean isInAnother() {
            return currency.filter(code -> !code.equals(reference.company().currency()))
                    .isPresent();
        }
    }

    private List<BalanceRow> rows(Asked asked) {
        Answer lines = answer(asked, Measure.LINES);
        Sums company = new Sums(
                answer(asked, Measure.AMOUNT).cells(),
                answer(asked, Measure.DEBIT).cells());
        Sums own = asked.isInAnother()
                ? new Sums(
                        answer(asked, Measure.CURRENCY_AMOUNT).cells(),
                        answer(asked, Measure.CURRENCY_DEBIT).cells())
                : company;
        List<BalanceRow> rows = new ArrayList<>();
        int accounts = asked.query.isByAccount() ? asked.reference.accountIdLimit() : 1;
        for (int cell = 0; cell < lines.cells().groups() * accounts; cell++) {
            int group = cell / accounts;
            int account = cell % accounts;
            if (lines.cells().sum(group, account, OPENING).signum() != 0
                    || lines.cells().sum(group, account, MOVEMENT).signum() != 0) {
                rows.add(new BalanceRow(
                        key(asked.query, lines.groups(), group, account),
                        company.of(group, account),
                        asked.currency.map(code -> new InCurrency(code, own.of(group, account)))));
            }
        }
        return rows;
    }

    /** What was added up, from which balances follow. */
    private record Sums(Cells amounts, Cells debits) {

        private Amounts of(int group, int account) {
            BigInteger debit = debits.sum(group, account, MOVEMENT);
            return new Amounts(
                    amounts.sum(group, account, OPENING), debit, debit.subtract(amounts.sum(group, account, MOVEMENT)));
        }
    }

    private Answer answer(Asked asked, Measure measure) {
        BalanceQuery query = asked.query;
        Reference reference = asked.reference;
        String key = String.join(
                "&",
                reference.company().id() + "/" + reference.version(),
                query.normalForm(),
                asked.currency.orElse(""),
                measure.name());
        SetGrouping grouping = questions.grouping(reference, query.axes(), query.selection());
        return asked.view.answer(questions.question(
                key, () -> new Question(query(query, reference, asked.currency, measure), grouping)));
    }

    private static CubeQuery query(
            BalanceQuery query, Reference reference, Optional<String> currency, Measure measure) {
        int[] rowByAccount = new int[reference.accountIdLimit()];
        Arrays.fill(rowByAccount, -1);
        query.accounts().forEach(id -> rowByAccount[id] = query.isByAccount() ? id : 0);
        int firstDay = Math.toIntExact(Dates.FIRST.toEpochDay());
        int[] columnByDay = new int[Math.toIntExact(query.range().last().toEpochDay()) - firstDay + 1];
        int opened = Math.toIntExact(query.range().first().toEpochDay()) - firstDay;
        Arrays.fill(columnByDay, opened, columnByDay.length, MOVEMENT);
        return new CubeQuery(
                new LineFilter(
                        query.selection().kinds(), Optional.of(query.selection().scenario()), currency),
                new DayColumns(firstDay, columnByDay),
                rowByAccount,
                query.isByAccount() ? rowByAccount.length : 1,
                measure);
    }

    private static List<Integer> key(BalanceQuery query, GroupTable groups, int group, int account) {
        List<Integer> key = new ArrayList<>();
        int axis = 0;
        for (String term : query.terms()) {
            key.add(term.equals(BalanceQuery.ACCOUNT) ? account : groups.key(group, axis++));
        }
        return key;
    }

    /** Key by key, by code in byte order, the unassigned last. */
    private static Comparator<BalanceRow> order(BalanceQuery query, Reference reference) {
        Comparator<BalanceRow> order = (a, b) -> 0;
        for (int i = 0; i < query.terms().size(); i++) {
            int part = i;
            String term = query.terms().get(part);
            order = order.thenComparing(row ->
                    BalanceKeys.code(reference, term, row.key().get(part)).orElse(BEHIND_EVERY_CODE));
        }
        return order;
    }

    private static void refuseIfTooLarge(long cells) {
        if (cells > CELLS_LIMIT) {
            throw Refusal.of(
                    Reason.ENTRY_REFUSED,
                    Violation.parameter(
                            GroupBy.PARAMETER,
                            ViolationCode.REPORT_TOO_LARGE,
                            "The balances would have up to " + cells + " values, at most " + CELLS_LIMIT
                                    + ". Ask for fewer axes or accounts, or filter."));
        }
    }
}
