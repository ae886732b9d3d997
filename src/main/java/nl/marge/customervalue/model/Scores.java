package nl.marge.customervalue.model;

import nl.marge.customervalue.purchase.PurchaseGroups;

/**
 * What a model expects of every group of customers. What depends on repeats and age alone is computed once for all
 * that share them, however different their last purchases. Immutable.
 */
public final class Scores {

    private final PurchaseGroups groups;
    private final double[] alive;
    private final double[] purchases;
    private final double[] discountedPurchases;
    private final double[] discountedWeeks;

    /**
     * Scores all groups.
     *
     * @param weeks for how long purchases are counted undiscounted; finite
     * @param horizon for how long they are counted discounted
     */
    public Scores(PurchaseModel model, PurchaseGroups groups, double weeks, Horizon horizon) {
        this.groups = groups;
        alive = new double[groups.size()];
        purchases = new double[groups.size()];
        discountedPurchases = new double[groups.size()];
        discountedWeeks = new double[groups.size()];
        double expected = 0;
        Discounted discounted = new Discounted(0, 0);
        for (int group = 0; group < groups.size(); group++) {
            int repeats = groups.repeats(group);
            double age = groups.age(group) * groups.stepWeeks();
            if (group == 0 || repeats != groups.repeats(group - 1) || groups.age(group) != groups.age(group - 1)) {
                expected = model.purchasesIfAlive(repeats, age, weeks);
                discounted = model.discountedIfAlive(repeats, age, horizon);
            }
            alive[group] = model.probabilityAlive(repeats, groups.recency(group) * groups.stepWeeks(), age);
            purchases[group] = alive[group] * expected;
            discountedPurchases[group] = alive[group] * discounted.purchases();
            discountedWeeks[group] = alive[group] * discounted.aliveWeeks();
        }
    }

    /** The groups that were scored. */
    public PurchaseGroups groups() {
        return groups;
    }

    /** The probability that a customer of {@code group} is still there. */
    public double probabilityAlive(int group) {
        return alive[group];
    }

    /** CET: expected purchases of a customer of {@code group} within the weeks asked for. */
    public double purchases(int group) {
        return purchases[group];
    }

    /** DET and the discounted time as a customer of {@code group}, within the horizon asked for. */
    public Discounted discounted(int group) {
        return new Discounted(discountedPurchases[group], discountedWeeks[group]);
    }
}
