package nl.marge.customervalue.model;

import java.util.Arrays;
import nl.marge.customervalue.numeric.CounterRandom;

/**
 * How many purchases one customer may make, as a distribution: the expectation alone hides that most make none and
 * few make many. Drawn from what the history leaves open: whether the customer is still there, how often it buys,
 * when it leaves, and chance. The parameters are taken as known.
 *
 * @param mean of the draws
 * @param lower 2.5 % of the draws are below
 * @param upper 2.5 % of the draws are above
 * @param none the share of draws without any purchase
 */
public record FuturePurchases(double mean, long lower, long upper, double none) {

    /** How many draws: the ends of the interval then move by about 1 % of its probability. */
    public static final int DRAWS = 4_000;

    /**
     * Draws the purchases within the next {@code weeks}.
     *
     * @param random the customer's own stream; the same stream gives the same answer
     */
    public static FuturePurchases of(PurchaseModel model, CustomerHistory history, double weeks, CounterRandom random) {
        Customer.checkWeeks(weeks);
        double alive = model.probabilityAlive(history.repeats(), history.recencyWeeks(), history.ageWeeks());
        long[] draws = new long[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = random.uniform() < alive ? drawn(model, history, weeks, random) : 0;
        }
        Arrays.sort(draws);
        return new FuturePurchases(
                Arrays.stream(draws).average().orElse(0),
                draws[DRAWS / 40],
                draws[DRAWS - 1 - DRAWS / 40],
                (double) Arrays.stream(draws).filter(draw -> draw == 0).count() / DRAWS);
    }

    private static long drawn(PurchaseModel model, CustomerHistory history, double weeks, CounterRandom random) {
        return model instanceof BetaGeometric geometric
                ? geometric.draw(history.repeats(), history.ageWeeks(), weeks, random)
                : ((ParetoNbd) model).draw(history.repeats(), history.ageWeeks(), weeks, random);
    }
}
