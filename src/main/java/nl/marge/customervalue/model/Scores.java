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
        for (int run = 0; run < groups.runs(); run++) {
            int repeats = groups.repeats(groups.runStart(run));
            score(model, run, curve(run, new AgeCurve(model, repeats, weeks, horizon)));
        }
    }

    /** The curve over all ages of a run; its groups are sorted by age. */
    private AgeCurve curve(int run, AgeCurve curve) {
        int first = groups.runStart(run);
        int last = groups.runStart(run + 1) - 1;
        int ages = 1;
        for (int group = first + 1; group <= last; group++) {
            ages += groups.age(group) != groups.age(group - 1) ? 1 : 0;
        }
        return curve.between(groups.age(first) * groups.stepWeeks(), groups.age(last) * groups.stepWeeks(), ages);
    }

    private void score(PurchaseModel model, int run, AgeCurve curve) {
        double step = groups.stepWeeks();
        double[] ifAlive = {};
        for (int group = groups.runStart(run); group < groups.runStart(run + 1); group++) {
            int age = groups.age(group);
            if (ifAlive.length == 0 || age != groups.age(group - 1)) {
                ifAlive = curve.at(age * step);
            }
            alive[group] = model.probabilityAlive(groups.repeats(group), groups.recency(group) * step, age * step);
            purchases[group] = alive[group] * ifAlive[0];
            discountedPurchases[group] = alive[group] * ifAlive[1];
            discountedWeeks[group] = alive[group] * ifAlive[2];
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
