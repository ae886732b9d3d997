package nl.marge.customervalue.model;

import nl.marge.customervalue.purchase.PurchaseHistory;

/**
 * (x, t_x, T) in weeks.
 *
 * @param repeats x: purchase days after the first
 * @param recencyWeeks t_x: from the first purchase day to the last
 * @param ageWeeks T: from the first purchase day to now
 */
public record CustomerHistory(int repeats, double recencyWeeks, double ageWeeks) {

    /** @throws IllegalArgumentException unless 0 <= t_x <= T, and 0 without repeats */
    public CustomerHistory {
        Customer.check(repeats, recencyWeeks, ageWeeks);
    }

    /** A history counted in steps of {@code stepWeeks}: 1/7 for days. */
    public static CustomerHistory of(PurchaseHistory history, double stepWeeks) {
        return new CustomerHistory(history.repeats(), history.recency() * stepWeeks, history.age() * stepWeeks);
    }
}
