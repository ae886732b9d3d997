package nl.marge.ledger;

import static nl.marge.ledger.StatementLine.Nature.COST;
import static nl.marge.ledger.StatementLine.Nature.REVENUE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A company's P&amp;L template: its lines in order, the last of them the one subtotal that covers all amount lines.
 * Whether a list of lines is such a template is checked where it comes in; this record trusts it.
 */
public record Statement(List<StatementLine> lines, long version) {

    public Statement {
        lines = List.copyOf(lines);
    }

    /** The line of that code. */
    public Optional<StatementLine> line(String code) {
        return lines.stream().filter(line -> line.code().equals(code)).findFirst();
    }

    /** The position of a line in the template, which must have it. */
    public int indexOf(String code) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no statement line " + code);
    }

    /**
     * How often each amount line counts in each line: {@code weights[line][amountLine]} in positions of the template.
     * An amount line counts itself once; a subtotal counts what its parts count, minus for {@code minus}.
     */
    public int[][] weights() {
        int[][] weights = new int[lines.size()][lines.size()];
        Map<String, Integer> position = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof StatementLine.Subtotal subtotal) {
                for (String part : subtotal.plus()) {
                    add(weights[i], weights[position.get(part)], 1);
                }
                for (String part : subtotal.minus()) {
                    add(weights[i], weights[position.get(part)], -1);
                }
            } else {
                weights[i][i] = 1;
            }
            position.put(lines.get(i).code(), i);
        }
        return weights;
    }

    private static void add(int[] sum, int[] part, int sign) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * part[i];
        }
    }

    /** The template every company starts with (domain.md section 5). */
    public static Statement standard() {
        List<StatementLine> lines = new ArrayList<>();
        lines.add(new StatementLine.Amount("GROSS_REVENUE", "Gross revenue", REVENUE));
        lines.add(cost("DEDUCTIONS", "Deductions"));
        lines.add(subtotal("NET_REVENUE", "Net revenue", "GROSS_REVENUE", "DEDUCTIONS"));
        lines.add(cost("COGS", "Cost of goods sold"));
        lines.add(subtotal("CM1", "Contribution margin 1", "NET_REVENUE", "COGS"));
        lines.add(cost("SALES_COMMISSION", "Sales commission"));
        lines.add(cost("LOGISTICS", "Logistics and payment fees"));
        lines.add(subtotal("CM2", "Contribution margin 2", "CM1", "SALES_COMMISSION", "LOGISTICS"));
        lines.add(cost("MARKETING", "Marketing"));
        lines.add(subtotal("CM3", "Contribution margin 3", "CM2", "MARKETING"));
        lines.add(cost("CUSTOMER_SERVICE", "Customer service"));
        lines.add(cost("BACK_OFFICE", "Back-office"));
        lines.add(cost("CREDIT_COLLECTION", "Credit and collection"));
        lines.add(subtotal(
                "CM4", "Contribution margin 4", "CM3", "CUSTOMER_SERVICE", "BACK_OFFICE", "CREDIT_COLLECTION"));
        lines.add(cost("OVERHEAD", "Overhead"));
        lines.add(subtotal("OPERATING_PROFIT", "Operating profit", "CM4", "OVERHEAD"));
        lines.add(cost("FINANCIAL_RESULT", "Financial result"));
        lines.add(cost("OTHER_RESULT", "Other result"));
        lines.add(cost("INCOME_TAX", "Income tax"));
        lines.add(subtotal(
                "NET_PROFIT", "Net profit", "OPERATING_PROFIT", "FINANCIAL_RESULT", "OTHER_RESULT", "INCOME_TAX"));
        return new Statement(lines, 0);
    }

    private static StatementLine cost(String code, String name) {
        return new StatementLine.Amount(code, name, COST);
    }

    private static StatementLine subtotal(String code, String name, String plus, String... minus) {
        return new StatementLine.Subtotal(code, name, List.of(plus), List.of(minus));
    }
}
