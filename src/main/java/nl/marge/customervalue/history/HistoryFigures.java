package nl.marge.customervalue.history;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.marge.cube.DaySums;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;

/**
 * How ledger sums become the figures of a history. Accounts that count alike in every figure are added up together, so
 * that a day of a customer takes a handful of sums and not one for each line of the statement. Pure.
 */
final class HistoryFigures {

    private static final String NET_REVENUE = "NET_REVENUE";

    /** The margin that is earned on what is sold; what stands below it until the measure serves the customer. */
    private static final String MARGIN = "CM2";

    private final List<Sum> rows = new ArrayList<>();
    private final int[] rowByAccount;

    /** How often a sum counts in each figure; {@code profit} is the last line of the statement. */
    private record Sum(int netRevenue, int margin, int measure, int profit, boolean acquires) {}

    /** The figures of one day or of a whole. */
    record Figures(
            BigInteger netRevenue,
            BigInteger margin,
            BigInteger costToServe,
            BigInteger acquisition,
            BigInteger profit) {

        static final Figures NONE =
                new Figures(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

        Figures plus(Figures other) {
            return new Figures(
                    netRevenue.add(other.netRevenue),
                    margin.add(other.margin),
                    costToServe.add(other.costToServe),
                    acquisition.add(other.acquisition),
                    profit.add(other.profit));
        }
    }

    /** The figures by {@code measure}, which must be a line of the company's statement. */
    HistoryFigures(Reference reference, String measure) {
        StatementLayout layout = new StatementLayout(reference);
        int net = place(reference, NET_REVENUE);
        int of = reference.statement().indexOf(measure);
        int cm2 = place(reference, MARGIN);
        int margin = cm2 < 0 || of < cm2 ? of : cm2;
        int last = reference.statement().lines().size() - 1;
        int[] lineRows = layout.rowByAccount();
        rowByAccount = new int[reference.accountIdLimit()];
        Arrays.fill(rowByAccount, StatementLayout.NO_ROW);
        for (Account account : reference.accounts()) {
            int row = lineRows[account.id()];
            if (row != StatementLayout.NO_ROW) {
                rowByAccount[account.id()] = row(new Sum(
                        net < 0 ? 0 : layout.factor(net, row),
                        layout.factor(margin, row),
                        layout.factor(of, row),
                        layout.factor(last, row),
                        account.purpose().isPresent() && isOfResult(account)));
            }
        }
    }

    /** The place of a line in the template; -1 in a template without it. */
    private static int place(Reference reference, String line) {
        return reference.statement().line(line).isPresent()
                ? reference.statement().indexOf(line)
                : -1;
    }

    private static boolean isOfResult(Account account) {
        return account.type() == AccountType.REVENUE || account.type() == AccountType.EXPENSE;
    }

    private int row(Sum sum) {
        if (!rows.contains(sum)) {
            rows.add(sum);
        }
        return rows.indexOf(sum);
    }

    int rows() {
        return rows.size();
    }

    int[] rowByAccount() {
        return rowByAccount.clone();
    }

    /** The figures of a day; all of it is acquisition where {@code acquires}. */
    Figures of(DaySums sums, int day, boolean acquires) {
        Figures figures = Figures.NONE;
        for (int row = 0; row < rows.size(); row++) {
            Sum of = rows.get(row);
            BigInteger amount = sums.sum(day, row);
            if (amount.signum() != 0) {
                figures = figures.plus(figures(of, amount, acquires || of.acquires));
            }
        }
        return figures;
    }

    private static Figures figures(Sum of, BigInteger amount, boolean acquires) {
        BigInteger measure = times(amount, of.measure);
        BigInteger margin = times(amount, of.margin);
        BigInteger profit = times(amount, of.profit);
        return acquires
                ? new Figures(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, measure.negate(), profit)
                : new Figures(times(amount, of.netRevenue), margin, margin.subtract(measure), BigInteger.ZERO, profit);
    }

    private static BigInteger times(BigInteger amount, int factor) {
        return amount.multiply(BigInteger.valueOf(factor));
    }
}
