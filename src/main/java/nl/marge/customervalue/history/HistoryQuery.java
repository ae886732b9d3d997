package nl.marge.customervalue.history;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.dimension.Dimension;
import nl.marge.kernel.DateRange;
import nl.marge.ledger.lines.LineSelection;

/**
 * Whose histories are wanted.
 *
 * @param measure the subtotal of the statement that is the profit of a customer
 * @param customers the dimension whose values are the customers
 * @param segments a dimension that is derived from it
 */
public record HistoryQuery(
        DateRange range, LineSelection selection, String measure, Dimension customers, Optional<Dimension> segments) {

    /** The dimension of customers, where nothing else is named. */
    public static final String CUSTOMER = "CUSTOMER";

    /** The measure, where nothing else is named: the margin after the cost that customers cause. */
    public static final String DEFAULT_MEASURE = "CM4";

    public HistoryQuery {
        requireNonNull(range, "range");
        requireNonNull(selection, "selection");
        requireNonNull(measure, "measure");
        requireNonNull(customers, "customers");
        requireNonNull(segments, "segments");
    }

    /** What histories depend on besides the books. */
    public List<String> normalForm() {
        List<String> form = new ArrayList<>(selection.parameters());
        form.add("from=" + range.from() + "&to=" + range.to());
        form.add("measure=" + measure + "&customers=" + customers.code());
        form.add("segments=" + segments.map(Dimension::code).orElse(""));
        form.add(selection.membership().fixedDay().toString());
        return form;
    }
}
