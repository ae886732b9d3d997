package nl.marge.profitability.assortment;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.allocation.memo.AllocationMemos;
import nl.marge.cube.Answer;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.DayColumns;
import nl.marge.cube.LineFilter;
import nl.marge.cube.Measure;
import nl.marge.cube.Question;
import nl.marge.cube.Questions;
import nl.marge.cube.asked.AskedReport;
import nl.marge.ledger.Account;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;
import nl.marge.profitability.ProfitAndLosses;

/** Makes assortments: margins by the segment P&amp;L, demand by the quantities of lines of gross revenue. */
@ApplicationScoped
class Assortments {

    /** The line whose quantities are demand. */
    private static final String GROSS_REVENUE = "GROSS_REVENUE";

    private final ProfitAndLosses reports;
    private final AllocationMemos memos;
    private final Questions questions;

    Assortments(ProfitAndLosses reports, AllocationMemos memos, Questions questions) {
        this.reports = reports;
        this.memos = memos;
        this.questions = questions;
    }

    /** An assortment and what its report says of allocation. */
    record Made(AssortmentQuery query, Assortment assortment, AllocationMemo memo) {}

    /** The assortment that is asked for. */
    Made made(AssortmentQuery query, AskedReport asked) {
        Assortment assortment = Assortment.of(
                reports.total(query.range(), query.by(), query.selection(), asked.reference(), asked.view()),
                query,
                demands(query, asked));
        return new Made(query, assortment, memos.of(asked.reference(), query.range(), query.selection(), asked.view()));
    }

    private Map<List<Integer>, Demand> demands(AssortmentQuery query, AskedReport asked) {
        Reference reference = asked.reference();
        List<YearMonth> months = query.months();
        CubeQuery sold = new CubeQuery(
                new LineFilter(
                        query.selection().kinds(), Optional.of(query.selection().scenario())),
                days(query),
                revenueAccounts(reference),
                1,
                Measure.QUANTITY);
        String key = "demand&" + reference.company().id() + "/" + reference.version() + "&" + query.normalForm();
        Answer answer = asked.view()
                .answer(questions.question(
                        key, () -> new Question(sold, questions.grouping(reference, query.by(), query.selection()))));
        Map<List<Integer>, Demand> demands = new HashMap<>();
        for (int group = 0; group < answer.cells().groups(); group++) {
            List<BigInteger> quantities = new ArrayList<>(months.size());
            for (int month = 0; month < months.size(); month++) {
                quantities.add(answer.cells().sum(group, 0, month));
            }
            if (quantities.stream().anyMatch(quantity -> quantity.signum() != 0)) {
                demands.put(answer.groups().keys(group), Demand.of(quantities));
            }
        }
        return demands;
    }

    private static DayColumns days(AssortmentQuery query) {
        LocalDate first = query.range().first();
        int firstDay = Math.toIntExact(first.toEpochDay());
        int[] columnByDay = new int[Math.toIntExact(query.range().last().toEpochDay()) - firstDay + 1];
        List<YearMonth> months = query.months();
        for (int month = 0; month < months.size(); month++) {
            int start = Math.toIntExact(months.get(month).atDay(1).toEpochDay()) - firstDay;
            Arrays.fill(columnByDay, start, start + months.get(month).lengthOfMonth(), month);
        }
        return new DayColumns(firstDay, columnByDay);
    }

    private static int[] revenueAccounts(Reference reference) {
        int[] rowByAccount = new int[reference.accountIdLimit()];
        Arrays.fill(rowByAccount, StatementLayout.NO_ROW);
        reference.accounts().stream()
                .filter(account ->
                        account.statementLine().filter(GROSS_REVENUE::equals).isPresent())
                .map(Account::id)
                .forEach(id -> rowByAccount[id] = 0);
        return rowByAccount;
    }
}
