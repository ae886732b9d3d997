package nl.marge.ledger.statement;

import java.util.ArrayList;
import java.util.List;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.StatementLine.Amount;
import nl.marge.ledger.StatementLine.Nature;
import nl.marge.ledger.StatementLine.Subtotal;

/**
 * Whether the subtotals of well-formed lines count right: none counts an amount line more than once, and the last line
 * counts each of them, revenue added and cost taken off. Then profit = minus the sum of all amounts in the ledger.
 */
final class StatementCoverage {

    private final List<StatementLine> lines;
    private final List<Violation> violations = new ArrayList<>();

    StatementCoverage(List<StatementLine> lines) {
        this.lines = lines;
    }

    List<Violation> violations() {
        int[][] weights = new int[lines.size()][];
        for (int i = 0; i < lines.size(); i++) {
            weights[i] = weightsOf(i, weights);
        }
        checkProfit(weights[lines.size() - 1]);
        return violations;
    }

    /** How often line {@code index} counts each amount line; a count beyond once is told and then taken as once. */
    private int[] weightsOf(int index, int[][] earlier) {
        int[] weights = new int[lines.size()];
        if (!(lines.get(index) instanceof Subtotal subtotal)) {
            weights[index] = 1;
            return weights;
        }
        add(weights, subtotal.plus(), 1, earlier);
        add(weights, subtotal.minus(), -1, earlier);
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) > 1) {
                refuse(
                        index,
                        "Subtotal " + subtotal.code() + " counts line "
                                + lines.get(i).code() + " " + Math.abs(weights[i])
                                + " times, through the subtotals among its parts. Name each amount once.");
                weights[i] = Integer.signum(weights[i]);
            }
        }
        return weights;
    }

    private void add(int[] sum, List<String> parts, int sign, int[][] earlier) {
        for (String part : parts) {
            int[] weights = earlier[indexOf(part)];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += sign * weights[i];
            }
        }
    }

    private void checkProfit(int[] weights) {
        int last = lines.size() - 1;
        if (lines.get(last) instanceof Amount) {
            refuse(
                    last,
                    "The last line " + lines.get(last).code()
                            + " is an AMOUNT. End with one SUBTOTAL that covers all amount lines: the profit.");
            return;
        }
        for (int i = 0; i < last; i++) {
            if (lines.get(i) instanceof Amount amount) {
                int wanted = amount.nature() == Nature.REVENUE ? 1 : -1;
                checkProfit(last, amount, weights[i], wanted);
            }
        }
    }

    private void checkProfit(int last, Amount amount, int weight, int wanted) {
        if (weight == wanted) {
            return;
        }
        String found = weight == 0 ? "leaves out" : weight > 0 ? "adds" : "takes off";
        refuse(
                last,
                "The last line " + lines.get(last).code() + " " + found + " " + amount.code() + ", which is of nature "
                        + amount.nature() + ". The profit " + (wanted > 0 ? "adds" : "takes off")
                        + " it, so that it equals the ledger.");
    }

    private int indexOf(String code) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no line " + code);
    }

    private void refuse(int index, String message) {
        violations.add(Violation.at("/lines/" + index, ViolationCode.STATEMENT_INCOMPLETE, message));
    }
}
