package nl.marge.customervalue;

import nl.marge.customervalue.numeric.CounterRandom;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.purchase.PurchaseHistory;

/** Customers who behave exactly as a model says, watched in days; equal seeds give equal customers. */
public final class SimulatedCustomers {

    private final long seed;
    private final int customers;
    private final int days;

    /** So many, whose first purchases spread evenly over the first half of so many days. */
    public SimulatedCustomers(long seed, int customers, int days) {
        this.seed = seed;
        this.customers = customers;
        this.days = days;
    }

    /** Leave after a purchase, with a probability that is Beta(a, b); after the first too if {@code modified}. */
    public PurchaseGroups betaGeometric(double[] parameters, boolean modified) {
        PurchaseGroups.Builder groups = PurchaseGroups.ofDays();
        for (int i = 0; i < customers; i++) {
            CounterRandom random = new CounterRandom(seed, i);
            double rate = random.gamma(parameters[0]) / parameters[1];
            double p = random.beta(parameters[2], parameters[3]);
            long stays = random.geometric(p) - (modified ? 1 : 0);
            groups.add(history(random, rate, stays, Double.POSITIVE_INFINITY));
        }
        return groups.build();
    }

    /** Leave at a time that is exponential, with a rate that is Gamma(s, beta). */
    public PurchaseGroups pareto(double... parameters) {
        PurchaseGroups.Builder groups = PurchaseGroups.ofDays();
        for (int i = 0; i < customers; i++) {
            CounterRandom random = new CounterRandom(seed, i);
            double rate = random.gamma(parameters[0]) / parameters[1];
            double stay = random.exponential() * parameters[3] / random.gamma(parameters[2]);
            groups.add(history(random, rate, Long.MAX_VALUE, stay));
        }
        return groups.build();
    }

    /** Time is rounded to days, purchases are not merged: the models know continuous time. */
    private PurchaseHistory history(CounterRandom random, double rate, long purchases, double weeks) {
        int age = days - (int) (random.uniform() * days / 2);
        double end = Math.min(age / 7.0, weeks);
        int repeats = 0;
        double last = 0;
        for (double at = random.exponential() / rate;
                at < end && repeats < purchases;
                at += random.exponential() / rate) {
            last = at;
            repeats++;
        }
        int recency = repeats == 0 ? 0 : Math.max(1, Math.min(age, (int) Math.round(7 * last)));
        return new PurchaseHistory(repeats, recency, age);
    }
}
