package nl.marge.customervalue.valuation;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import nl.marge.customervalue.fitting.Buyer;
import nl.marge.customervalue.model.Discounted;

/**
 * What a customer is worth.
 *
 * @param probabilityAlive that he still buys
 * @param purchasesNextYear expected in the year to come, not discounted
 * @param discountedPurchases expected within the horizon, each discounted to today
 * @param discountedAliveWeeks expected within the horizon, likewise
 * @param margin expected of a purchase, with a contract of a period, minor units
 * @param marginCredibility how much of that is the customer's own, 0 to 1
 * @param costToServe expected of a week while he buys, minor units, cost above zero
 * @param value margin x discounted purchases - cost-to-serve x discounted weeks, minor units
 * @param realised what he earned up to today after cost-to-serve, discounted to his first purchase, less what it cost
 *     to win him, minor units
 */
public record CustomerValue(
        Buyer buyer,
        String segment,
        double probabilityAlive,
        double purchasesNextYear,
        double discountedPurchases,
        double discountedAliveWeeks,
        double margin,
        double marginCredibility,
        double costToServe,
        BigInteger value,
        BigInteger realised) {

    public CustomerValue {
        requireNonNull(buyer, "buyer");
        requireNonNull(segment, "segment");
        requireNonNull(value, "value");
        requireNonNull(realised, "realised");
    }

    /** What he would be worth if that were to come, minor units, not rounded. */
    double worth(Discounted toCome) {
        return margin * toCome.purchases() - costToServe * toCome.aliveWeeks();
    }
}
