package nl.marge.customervalue.model;

/**
 * What is to come within a horizon, at its present value.
 *
 * @param purchases discounted expected transactions (DET, and DERT for ever): times the margin of one they are worth
 *     their money
 * @param aliveWeeks discounted expected weeks as a customer: times the cost of serving one a week they are its cost
 */
public record Discounted(double purchases, double aliveWeeks) {

    /** Both times {@code share}, such as the probability that the customer is still there. */
    public Discounted times(double share) {
        return new Discounted(share * purchases, share * aliveWeeks);
    }
}
