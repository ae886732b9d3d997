package nl.marge.ledger.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.marge.ledger.Account;
import nl.marge.ledger.Statement;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.StatementLine.Nature;

/**
 * How ledger sums become statement values: each amount line of the template is a row of sums, and every line's value is
 * a sum of rows, each times a factor that holds the natural sign (revenue and cost both positive) and the subtotals.
 */
public final class StatementLayout {

    /** The account counts in no row. */
    public static final int NO_ROW = -1;

    private final Statement statement;
    private final List<String> rows = new ArrayList<>();
    private final int[] rowByAccount;
    private final int[][] factors;

    /** The layout of a company's statement over its accounts. */
    public StatementLayout(Reference reference) {
        statement = reference.statement();
        List<Integer> positions = new ArrayList<>();
        for (StatementLine line : statement.lines()) {
            if (line instanceof StatementLine.Amount) {
                positions.add(statement.indexOf(line.code()));
                rows.add(line.code());
            }
        }
        rowByAccount = new int[reference.accountIdLimit()];
        Arrays.fill(rowByAccount, NO_ROW);
        for (Account account : reference.accounts()) {
            rowByAccount[account.id()] =
                    account.statementLine().map(rows::indexOf).orElse(NO_ROW);
        }
        int[][] weights = statement.weights();
        factors = new int[weights.length][rows.size()];
        for (int line = 0; line < weights.length; line++) {
            for (int row = 0; row < rows.size(); row++) {
                factors[line][row] = weights[line][positions.get(row)] * naturalSign(positions.get(row));
            }
        }
    }

    private int naturalSign(int position) {
        return statement.lines().get(position) instanceof StatementLine.Amount amount
                        && amount.nature() == Nature.REVENUE
                ? -1
                : 1;
    }

    /** The template's lines, in order. */
    public List<StatementLine> lines() {
        return statement.lines();
    }

    /** How many rows of sums there are. */
    public int rows() {
        return rows.size();
    }

    /** The row of sums each account id counts in, or {@link #NO_ROW}. */
    public int[] rowByAccount() {
        return rowByAccount.clone();
    }

    /** How often a row of ledger sums counts in a line, counted from 0 in the template: 0 = not at all. */
    public int factor(int line, int row) {
        return factors[line][row];
    }

    /** How often each row of ledger sums counts in a line. */
    public int[] factors(int line) {
        return factors[line].clone();
    }

    /** The template's line that a row belongs to, counted from 0. */
    public int lineOfRow(int row) {
        return statement.indexOf(rows.get(row));
    }
}
