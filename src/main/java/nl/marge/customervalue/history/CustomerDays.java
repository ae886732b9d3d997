package nl.marge.customervalue.history;

import java.math.BigInteger;

/**
 * What one customer bought, earned and cost, by posting day, days ascending: those on which anything was posted.
 * Amounts in minor units of the company's currency. A day is a purchase when its net revenue is above zero; all else,
 * such as a credit note or a cost of another day, counts on its own day and is no purchase.
 */
public final class CustomerDays {

    private final int customer;
    private final int segment;
    private final int[] days;
    private final long[] amounts;

    /** Figures of a day, in this order. */
    static final int FIGURES = 4;

    /**
     * The days of a customer.
     *
     * @param amounts for each day its net revenue, margin, cost-to-serve and acquisition cost
     */
    CustomerDays(int customer, int segment, int[] days, long[] amounts) {
        this.customer = customer;
        this.segment = segment;
        this.days = days;
        this.amounts = amounts;
    }

    /** The value id of the customer. */
    public int customer() {
        return customer;
    }

    /** The value id of the segment the customer belongs to at the end of the range; 0 = none. */
    public int segment() {
        return segment;
    }

    /** How many days there are. */
    public int size() {
        return days.length;
    }

    /** The {@code i}-th day, an epoch day. */
    public int day(int i) {
        return days[i];
    }

    /** Net revenue, natural sign. */
    public BigInteger netRevenue(int i) {
        return amount(i, 0);
    }

    /** The margin before cost-to-serve, without acquisition cost. */
    public BigInteger margin(int i) {
        return amount(i, 1);
    }

    /** What lies between the margin and the measure, cost above zero, without acquisition cost. */
    public BigInteger costToServe(int i) {
        return amount(i, 2);
    }

    /** What was spent to win customers, cost above zero. */
    public BigInteger acquisition(int i) {
        return amount(i, 3);
    }

    /** Whether the customer bought on the day. */
    public boolean isPurchase(int i) {
        return amounts[i * FIGURES] > 0;
    }

    private BigInteger amount(int i, int figure) {
        return BigInteger.valueOf(amounts[i * FIGURES + figure]);
    }
}
