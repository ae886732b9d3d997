package nl.marge.profitability.whatif;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;

/** The amount lines of a statement as rows with natural signs, and the lines that they make. */
public final class StatementRows {

    private static final String OPERATING_PROFIT = "OPERATING_PROFIT";

    private final StatementLayout layout;
    private final int[] rowByAccount;

    /** The rows of a company's statement. */
    public StatementRows(Reference reference) {
        layout = new StatementLayout(reference);
        rowByAccount = layout.rowByAccount();
    }

    /** How many rows there are. */
    public int count() {
        return layout.rows();
    }

    /** The lines of the template, in order. */
    public List<StatementLine> lines() {
        return layout.lines();
    }

    /** The position of a line in the template, or empty when it has none such. */
    public OptionalInt line(String code) {
        List<StatementLine> lines = layout.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).code().equals(code)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The line that tells what levers are worth: the operating profit, or the last one where there is none. */
    public int profit() {
        return line(OPERATING_PROFIT).stream()
                .filter(line -> layout.lines().get(line) instanceof StatementLine.Subtotal)
                .findFirst()
                .orElse(layout.lines().size() - 1);
    }

    /** The row of an amount line, or empty when the template has none such. */
    OptionalInt row(String code) {
        for (int row = 0; row < count(); row++) {
            if (layout.lines().get(layout.lineOfRow(row)).code().equals(code)) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** The row an account counts in, or {@link StatementLayout#NO_ROW}. */
    int rowOfAccount(int accountId) {
        return rowByAccount[accountId];
    }

    /** The row each account counts in. */
    int[] rowByAccount() {
        return rowByAccount.clone();
    }

    /** An amount of the ledger (debit +) with the row's natural sign. */
    BigInteger natural(int row, BigInteger ledgerAmount) {
        return sign(row) < 0 ? ledgerAmount.negate() : ledgerAmount;
    }

    /** The values of all lines, given the amounts of the rows with natural signs. */
    List<BigInteger> values(BigInteger[] naturals) {
        BigInteger[] values = new BigInteger[layout.lines().size()];
        Arrays.fill(values, BigInteger.ZERO);
        for (int line = 0; line < values.length; line++) {
            for (int row = 0; row < naturals.length; row++) {
                int weight = layout.factor(line, row) * sign(row);
                values[line] = values[line].add(naturals[row].multiply(BigInteger.valueOf(weight)));
            }
        }
        return List.of(values);
    }

    private int sign(int row) {
        return layout.factor(layout.lineOfRow(row), row);
    }
}
