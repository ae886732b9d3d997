package nl.marge.customervalue.purchase;

/**
 * One customer's purchases, as far as the models look: Fader, Hardie and Lee's (x, t_x, T). Purchases of one day
 * are one purchase. Times are whole steps of the house's grain, a day unless said otherwise.
 *
 * @param repeats x: purchase days after the first
 * @param recency t_x: steps from the first purchase day to the last; 0 exactly if there is no repeat
 * @param age T: steps from the first purchase day to the end of the window; at least {@code recency}
 */
public record PurchaseHistory(int repeats, int recency, int age) {

    /** More purchase days than anybody makes in a lifetime, and still exact in the tables. */
    public static final int REPEATS_LIMIT = 100_000;

    /** 273 years of days; bounds the tables by step. */
    public static final int AGE_LIMIT = 100_000;

    /** @throws IllegalArgumentException when the three cannot belong together, saying which and why */
    public PurchaseHistory {
        if (repeats < 0 || repeats > REPEATS_LIMIT) {
            throw new IllegalArgumentException("Repeat purchases are " + repeats + ", not from 0 to " + REPEATS_LIMIT
                    + ". Count purchase days after the first one.");
        }
        if (age < 0 || age > AGE_LIMIT) {
            throw new IllegalArgumentException("The age is " + age + ", not from 0 to " + AGE_LIMIT
                    + ". Leave out customers whose first purchase is after the window.");
        }
        if (recency < 0 || recency > age) {
            throw new IllegalArgumentException("The last purchase is " + recency + " after the first, the window ends "
                    + age + " after it. Leave out purchases after the window.");
        }
        if (repeats == 0 != (recency == 0)) {
            throw new IllegalArgumentException(repeats + " repeat purchases and a last purchase " + recency
                    + " after the first exclude each other. Count purchases of one day as one.");
        }
    }
}
