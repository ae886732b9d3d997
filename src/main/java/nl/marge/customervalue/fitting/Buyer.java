package nl.marge.customervalue.fitting;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.purchase.PurchaseHistory;
import nl.marge.customervalue.renewal.ContractSums;
import nl.marge.customervalue.spend.MarginSums;

/**
 * A customer who bought, as models see him at the end of a day. Amounts in minor units; estimates, so in {@code
 * double}.
 *
 * @param firstDay of the first purchase, an epoch day
 * @param margins of each purchase: with it counts the margin of all days until the next one, so that a credit note
 *     lowers the purchase it follows and margins sum to the ledger's
 * @param serving cost-to-serve a week, in stretches of four weeks from the first purchase on
 * @see #under for what both are of a customer with a contract
 */
public record Buyer(CustomerDays days, PurchaseHistory history, int firstDay, MarginSums margins, MarginSums serving) {

    private static final int STRETCH_DAYS = 28;
    private static final double WEEK_DAYS = 7;

    public Buyer {
        requireNonNull(days, "days");
        requireNonNull(history, "history");
        requireNonNull(margins, "margins");
        requireNonNull(serving, "serving");
    }

    /** The customer as of the end of epoch day {@code end}; empty for one who had bought nothing by then. */
    public static Optional<Buyer> asOf(CustomerDays days, int end) {
        int purchases = 0;
        int first = 0;
        int last = 0;
        for (int i = 0; i < days.size() && days.day(i) <= end; i++) {
            if (days.isPurchase(i)) {
                first = purchases == 0 ? days.day(i) : first;
                last = days.day(i);
                purchases++;
            }
        }
        if (purchases == 0) {
            return Optional.empty();
        }
        return Optional.of(new Buyer(
                days,
                new PurchaseHistory(purchases - 1, last - first, end - first),
                first,
                margins(days, end),
                serving(days, first, end)));
    }

    /** The same customer with what the periods of a contract brought and cost, in place of purchases and stretches. */
    Buyer under(ContractSums contract) {
        return new Buyer(days, history, firstDay, contract.margins(), contract.serving());
    }

    /** How many purchase days there are from day {@code after} on, without it, up to {@code end}. */
    static int purchases(CustomerDays days, int after, int end) {
        int purchases = 0;
        for (int i = 0; i < days.size() && days.day(i) <= end; i++) {
            purchases += days.day(i) > after && days.isPurchase(i) ? 1 : 0;
        }
        return purchases;
    }

    /** What lies before the first purchase counts with it. */
    private static MarginSums margins(CustomerDays days, int end) {
        MarginSums sums = MarginSums.NONE;
        double open = 0;
        boolean bought = false;
        for (int i = 0; i < days.size() && days.day(i) <= end; i++) {
            if (days.isPurchase(i) && bought) {
                sums = sums.plus(1, open);
                open = 0;
            }
            bought |= days.isPurchase(i);
            open += days.margin(i).doubleValue();
        }
        return sums.plus(1, open);
    }

    private static MarginSums serving(CustomerDays days, int first, int end) {
        double[] cost = new double[(end - first) / STRETCH_DAYS + 1];
        for (int i = 0; i < days.size() && days.day(i) <= end; i++) {
            cost[Math.max(0, days.day(i) - first) / STRETCH_DAYS] +=
                    days.costToServe(i).doubleValue();
        }
        MarginSums sums = MarginSums.NONE;
        for (int stretch = 0; stretch < cost.length; stretch++) {
            int from = first + stretch * STRETCH_DAYS;
            double weeks = Math.min(STRETCH_DAYS, end + 1 - from) / WEEK_DAYS;
            sums = sums.plus(weeks, cost[stretch] / weeks);
        }
        return sums;
    }
}
