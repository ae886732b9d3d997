package nl.marge.profitability.bridge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;

/** What a bridge needs of a company's template: where gross margin stands, and what lies between it and a measure. */
final class BridgedStatement {

    /** The lines that a bridge cannot do without: quantity, price and margin are told of them. */
    static final List<String> REQUIRED = List.of("GROSS_REVENUE", "NET_REVENUE", "CM1");

    private final StatementLayout layout;
    private final List<String> codes;
    private final int[] rows;

    BridgedStatement(Reference reference) {
        layout = new StatementLayout(reference);
        codes = layout.lines().stream().map(StatementLine::code).toList();
        rows = IntStream.range(0, layout.rows())
                .filter(row -> REQUIRED.stream().anyMatch(code -> counts(code, row)))
                .toArray();
    }

    /** The required lines that the template does not have. */
    List<String> missing() {
        return REQUIRED.stream().filter(code -> !codes.contains(code)).toList();
    }

    /** The lines that contain the whole of gross margin, and so can be bridged. */
    List<String> measures() {
        return codes.stream().filter(this::containsMargin).toList();
    }

    private boolean containsMargin(String code) {
        return IntStream.range(0, layout.rows())
                .allMatch(row -> factor("CM1", row) == 0 || factor("CM1", row) == factor(code, row));
    }

    /** The position of a line in the template. */
    int position(String code) {
        return codes.indexOf(code);
    }

    /**
     * The steps from gross margin to a measure: what each amount line between them moved, given the value of each line
     * by its position in the template.
     */
    List<BridgeStep> stepsTo(String measure, IntFunction<BigInteger> before, IntFunction<BigInteger> after) {
        List<BridgeStep> steps = new ArrayList<>();
        for (int row = 0; row < layout.rows(); row++) {
            int line = layout.lineOfRow(row);
            int weight = (factor(measure, row) - factor("CM1", row)) * layout.factor(line, row);
            if (weight != 0) {
                BigInteger change = after.apply(line).subtract(before.apply(line));
                steps.add(BridgeStep.ofLine(codes.get(line), change.multiply(BigInteger.valueOf(weight))));
            }
        }
        return steps;
    }

    /** How many rows of sums a line of a bridge is made of. */
    int rows() {
        return rows.length;
    }

    /** The row of sums that each account counts in with its amount. */
    int[] amountRows() {
        return Arrays.stream(layout.rowByAccount())
                .map(row -> Arrays.binarySearch(rows, row))
                .map(found -> Math.max(found, StatementLayout.NO_ROW))
                .toArray();
    }

    /** The same with its quantity: one row, of gross revenue alone. */
    int[] quantityRows() {
        return Arrays.stream(layout.rowByAccount())
                .map(row -> row != StatementLayout.NO_ROW && counts("GROSS_REVENUE", row) ? 0 : StatementLayout.NO_ROW)
                .toArray();
    }

    /** A line's value, given the sums of the rows as the ledger signs them. */
    BigInteger value(String code, List<BigInteger> sums) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < rows.length; i++) {
            value = value.add(sums.get(i).multiply(BigInteger.valueOf(factor(code, rows[i]))));
        }
        return value;
    }

    private boolean counts(String code, int row) {
        return codes.contains(code) && factor(code, row) != 0;
    }

    private int factor(String code, int row) {
        return layout.factor(codes.indexOf(code), row);
    }
}
