package nl.marge.profitability.bridge;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * What was sold on a line in one of the two ranges.
 *
 * @param quantity in millionths, sold +, of gross revenue alone
 * @param netRevenue in minor units with natural sign
 * @param grossMargin CM1 in minor units
 */
record Side(BigInteger quantity, BigInteger netRevenue, BigInteger grossMargin) {

    /** Nothing at all. */
    static final Side NONE = new Side(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    Side {
        requireNonNull(quantity, "quantity");
        requireNonNull(netRevenue, "netRevenue");
        requireNonNull(grossMargin, "grossMargin");
    }

    /** What stands between net revenue and gross margin. */
    BigInteger cost() {
        return netRevenue.subtract(grossMargin);
    }

    /** Whether there was nothing: neither quantity nor money. */
    boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether net revenue per unit means anything: something was sold, and not for less than nothing. */
    boolean hasPrice() {
        return quantity.signum() > 0 && netRevenue.signum() >= 0;
    }
}
