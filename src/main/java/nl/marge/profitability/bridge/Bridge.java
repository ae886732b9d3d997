package nl.marge.profitability.bridge;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.marge.kernel.Money;
import nl.marge.profitability.ProfitAndLoss;

/**
 * A profit bridge: of each row, and of all together. Every step of the total is the sum of the rows' but two: its
 * volume is that of all quantities at the average margin of all lines, and what the rows' volumes come to beyond that
 * is the mix between them, which no row has. Where rows count in different units their quantities cannot be added up;
 * then the volume is the sum of the rows', and there is no mix between them. The total's steps are rounded from what
 * they exactly are, and the rows' so that they sum to them.
 *
 * @param before the P&amp;L that the bridge leads from
 * @param after the P&amp;L that it leads to
 */
public record Bridge(
        BridgeQuery query, List<BridgeRow> rows, BridgeRow total, ProfitAndLoss before, ProfitAndLoss after) {

    public Bridge {
        requireNonNull(query, "query");
        rows = List.copyOf(rows);
        requireNonNull(total, "total");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** What the P&amp;L of either side misses of the ledger, in the company's currency; zero unless it is wrong. */
    String difference() {
        boolean now = after.reconciliation().difference().signum() != 0;
        return Money.text(
                (now ? after : before).reconciliation().difference(),
                after.reference().company().decimals());
    }
}
