package nl.marge.profitability.ranking;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.StatementLine.Nature;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.ProfitAndLoss;

/**
 * The lines of the template that a ranking tells, by their place in it; CM1 and net revenue are -1 in a template
 * without them, and count as zero.
 */
public record RankedLines(String measure, int value, int grossMargin, int netRevenue) {

    /** The line of gross margin. */
    public static final String GROSS_MARGIN = "CM1";

    /** The line of net revenue. */
    public static final String NET_REVENUE = "NET_REVENUE";

    private static final String MEASURE = "measure";

    /** What is ranked by when nothing is named: the margin after the cost that segments cause. */
    private static final String DEFAULT_MEASURE = "CM4";

    /**
     * Reads the parameter {@code measure}: a margin or revenue, of which more is better. Another line of the template,
     * or none of it, is noted and read as absent.
     */
    public static RankedLines read(QueryParameters query, Reference reference) {
        List<String> lines = reference.statement().lines().stream()
                .filter(line -> !(line instanceof StatementLine.Amount amount) || amount.nature() == Nature.REVENUE)
                .map(StatementLine::code)
                .toList();
        Optional<String> named = query.value(
                MEASURE,
                text -> Optional.of(text).filter(lines::contains),
                "a margin or revenue of the statement: " + String.join(", ", lines));
        String absent = lines.contains(DEFAULT_MEASURE) ? DEFAULT_MEASURE : lines.get(lines.size() - 1);
        return of(named.orElse(absent), reference);
    }

    /** Those of a ranking by {@code measure}, which must be a line of the company's template. */
    public static RankedLines of(String measure, Reference reference) {
        List<String> codes =
                reference.statement().lines().stream().map(StatementLine::code).toList();
        return new RankedLines(
                measure, codes.indexOf(measure), codes.indexOf(GROSS_MARGIN), codes.indexOf(NET_REVENUE));
    }

    /** The measures of a row, counted from 0. */
    public Measures of(ProfitAndLoss report, int row) {
        return new Measures(value(report, row, value), value(report, row, grossMargin), value(report, row, netRevenue));
    }

    private static BigInteger value(ProfitAndLoss report, int row, int line) {
        return line < 0 ? BigInteger.ZERO : report.value(row, line);
    }
}
