package nl.marge.customervalue.asked;

import java.util.List;
import java.util.Optional;
import nl.marge.cube.asked.AskedReport;
import nl.marge.customervalue.history.HistoryQuery;
import nl.marge.dimension.Dimension;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Texts;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.QueryParameters;

/** Reads from a query whose histories are wanted; what is wrong is noted with it. */
public final class HistoryParameters {

    private static final String OF = "of";
    private static final String SEGMENT_BY = "segmentBy";
    private static final String MEASURE = "measure";
    private static final String NET_REVENUE = "NET_REVENUE";

    private final QueryParameters query;
    private final AskedReport asked;
    private final Reference reference;

    private HistoryParameters(AskedReport asked) {
        this.query = asked.query();
        this.asked = asked;
        this.reference = asked.reference();
    }

    /**
     * The query of a report; empty when anything it needs is wrong, which is noted.
     *
     * @param segmented whether the report takes {@code segmentBy}
     */
    public static Optional<HistoryQuery> read(AskedReport asked, boolean segmented) {
        return new HistoryParameters(asked).read(segmented);
    }

    private Optional<HistoryQuery> read(boolean segmented) {
        DateRange range = query.range();
        Optional<Dimension> customers = customers();
        Optional<Dimension> segments =
                segmented ? query.text(SEGMENT_BY).flatMap(code -> segments(code, customers)) : Optional.empty();
        LineSelection selection = LineSelection.read(query, asked.moment());
        Optional<String> measure = measure();
        return customers.isEmpty() || measure.isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryQuery(range, selection, measure.get(), customers.get(), segments));
    }

    private Optional<Dimension> customers() {
        String code = query.text(OF).orElse(HistoryQuery.CUSTOMER);
        Optional<Dimension> dimension = reference.dimensions().dimension(code);
        if (dimension.isEmpty()) {
            query.invalid(
                    OF,
                    "Dimension \"" + Texts.excerpt(code) + "\" is unknown. " + known()
                            + " Its values are the customers;" + " " + HistoryQuery.CUSTOMER + " when absent.");
        }
        return dimension;
    }

    private Optional<Dimension> segments(String code, Optional<Dimension> customers) {
        Optional<Dimension> dimension = reference.dimensions().dimension(code);
        boolean derived = dimension.isPresent()
                && customers.isPresent()
                && reference.dimensions().sourceOf(dimension.get().id())
                        == customers.get().id();
        if (dimension.isEmpty()) {
            query.invalid(SEGMENT_BY, "Dimension \"" + Texts.excerpt(code) + "\" is unknown. " + known());
        } else if (customers.isPresent() && !derived) {
            query.invalid(
                    SEGMENT_BY,
                    "Dimension " + code + " is not derived from "
                            + customers.get().code()
                            + ", so no customer belongs to a value of it. Say memberships with PUT .../dimensions/"
                            + customers.get().code() + "/memberships/" + code + ", or name another dimension.");
        }
        return dimension.filter(found -> derived);
    }

    private Optional<String> measure() {
        List<String> subtotals = reference.statement().lines().stream()
                .filter(StatementLine.Subtotal.class::isInstance)
                .map(StatementLine::code)
                .toList();
        if (reference.statement().line(NET_REVENUE).isEmpty()) {
            query.text(MEASURE);
            query.invalid(
                    MEASURE,
                    "The statement has no line " + NET_REVENUE + ", by which purchases are known. Give it one with PUT"
                            + " .../statement.");
            return Optional.empty();
        }
        String absent = subtotals.contains(HistoryQuery.DEFAULT_MEASURE)
                ? HistoryQuery.DEFAULT_MEASURE
                : subtotals.get(subtotals.size() - 1);
        return Optional.of(query.value(
                        MEASURE,
                        text -> Optional.of(text).filter(subtotals::contains),
                        "a subtotal of the statement: " + String.join(", ", subtotals))
                .orElse(absent));
    }

    private String known() {
        List<String> codes = reference.dimensions().dimensions().stream()
                .map(Dimension::code)
                .limit(30)
                .toList();
        return codes.isEmpty()
                ? "The company has no dimensions yet. Create one first."
                : "Name one of " + String.join(", ", codes) + ".";
    }
}
