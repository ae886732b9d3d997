package nl.marge.profitability.ranking;

import java.math.BigInteger;
import java.util.List;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.profitability.LineValues;

/**
 * The lines of the template that a ranking tells, by their place in it; CM1 and net revenue are -1 in a template
 * without them, and count as zero.
 */
public record RankedLines(String measure, int value, int grossMargin, int netRevenue) {

    /** The line of gross margin. */
    public static final String GROSS_MARGIN = "CM1";

    /** The line of net revenue. */
    public static final String NET_REVENUE = "NET_REVENUE";

    /** Those of a ranking by {@code measure}, which must be a line of the company's template. */
    public static RankedLines of(String measure, Reference reference) {
        List<String> codes =
                reference.statement().lines().stream().map(StatementLine::code).toList();
        return new RankedLines(
                measure, codes.indexOf(measure), codes.indexOf(GROSS_MARGIN), codes.indexOf(NET_REVENUE));
    }

    Measures of(LineValues values) {
        return new Measures(value(values, value), value(values, grossMargin), value(values, netRevenue));
    }

    private static BigInteger value(LineValues values, int line) {
        return line < 0 ? BigInteger.ZERO : values.value(line, 0);
    }
}
