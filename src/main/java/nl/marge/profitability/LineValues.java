package nl.marge.profitability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.marge.cube.Cells;
import nl.marge.kernel.Percents;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.StatementLayout;

/**
 * The values of one row of a report in minor units: every line of the template in every column, natural signs, the
 * total column last.
 */
public final class LineValues {

    /** The line that percentages are of. */
    private static final String NET_REVENUE = "NET_REVENUE";

    private final List<BigInteger[]> lines = new ArrayList<>();
    private final BigInteger[] netRevenue;

    /** The values of {@code group} in {@code cells}, of which {@code columns} are added; more than one have a total. */
    LineValues(StatementLayout layout, Cells cells, int group, ReportColumns columns) {
        Map<String, BigInteger[]> byCode = new HashMap<>();
        int row = 0;
        for (StatementLine line : layout.lines()) {
            BigInteger[] values = zeros(columns.all().size());
            if (line instanceof StatementLine.Subtotal subtotal) {
                subtotal.plus().forEach(part -> add(values, byCode.get(part)));
                subtotal.minus().forEach(part -> subtract(values, byCode.get(part)));
            } else {
                boolean negated = layout.factor(lines.size(), row) < 0;
                for (int column = 0; column < columns.added(); column++) {
                    BigInteger sum = cells.sum(group, row, column);
                    values[column] = negated ? sum.negate() : sum;
                }
                total(values, columns.added());
                row++;
            }
            byCode.put(line.code(), values);
            lines.add(values);
        }
        netRevenue = byCode.getOrDefault(NET_REVENUE, zeros(columns.all().size()));
    }

    /** The value of a line of the template in a column. */
    public BigInteger value(int line, int column) {
        return lines.get(line)[column];
    }

    /** What percentage of net revenue that is, or empty when there is no net revenue. */
    java.util.Optional<java.math.BigDecimal> percentOfNetRevenue(int line, int column) {
        return Percents.of(value(line, column), netRevenue[column]);
    }

    /** The total of the last line, which covers all. */
    BigInteger result() {
        BigInteger[] last = lines.get(lines.size() - 1);
        return last[last.length - 1];
    }

    private static void total(BigInteger[] values, int added) {
        for (int column = 0; added < values.length && column < added; column++) {
            values[added] = values[added].add(values[column]);
        }
    }

    private static void add(BigInteger[] values, BigInteger[] part) {
        for (int column = 0; column < values.length; column++) {
            values[column] = values[column].add(part[column]);
        }
    }

    private static void subtract(BigInteger[] values, BigInteger[] part) {
        for (int column = 0; column < values.length; column++) {
            values[column] = values[column].subtract(part[column]);
        }
    }

    private static BigInteger[] zeros(int count) {
        BigInteger[] zeros = new BigInteger[count];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
