package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.DateRange;
import nl.marge.ledger.lines.LineSelection;

/** Which P&amp;L is asked about. */
public record Scope(DateRange range, GroupBy by, LineSelection selection) {
    public Scope {
        requireNonNull(range, "range");
        requireNonNull(by, "by");
        requireNonNull(selection, "selection");
    }
}
