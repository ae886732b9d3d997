package nl.marge.customervalue.spend;

import java.util.Arrays;

/** Customers' purchases as gamma-gamma sees them: how many, and what they brought on average. Immutable. */
public final class SpendSample {

    private final int[] purchases;
    private final double[] means;

    private SpendSample(int[] purchases, double[] means) {
        this.purchases = purchases;
        this.means = means;
    }

    /** Collects customers. */
    public static final class Builder {

        private int[] purchases = new int[256];
        private double[] means = new double[256];
        private int customers;

        /**
         * Adds the next customer.
         *
         * @param count purchase days, at least 1; the papers leave the first out, as the models of purchases do
         * @param mean what one of them brought on average, above zero
         * @throws IllegalArgumentException when there is no purchase or nothing was spent
         */
        public Builder add(int count, double mean) {
            if (count < 1) {
                throw new IllegalArgumentException("A customer has " + count
                        + " purchases. Leave out who has none: the mean of all stands for them.");
            }
            if (!(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The mean spend is " + mean
                        + ". Gamma-gamma takes amounts above zero only; take CREDIBILITY_MARGIN for signed margins.");
            }
            if (customers == purchases.length) {
                purchases = Arrays.copyOf(purchases, 2 * customers);
                means = Arrays.copyOf(means, 2 * customers);
            }
            purchases[customers] = count;
            means[customers++] = mean;
            return this;
        }

        /** What has been added so far. */
        public SpendSample build() {
            return new SpendSample(Arrays.copyOf(purchases, customers), Arrays.copyOf(means, customers));
        }
    }

    /** How many customers. */
    public int customers() {
        return purchases.length;
    }

    /** Customers with more than one purchase: only they tell how much one customer's purchases differ. */
    public int repeaters() {
        return (int) Arrays.stream(purchases).filter(count -> count > 1).count();
    }

    /** The purchases of customer {@code i}, from 0. */
    public int purchases(int i) {
        return purchases[i];
    }

    /** The mean spend of customer {@code i}, from 0. */
    public double mean(int i) {
        return means[i];
    }

    /** The plain mean over customers of their means; 0 when there is nobody. */
    public double meanOfMeans() {
        return Arrays.stream(means).average().orElse(0);
    }

    /** Whether everybody spends the same on average, to a billionth. */
    public boolean isAllTheSame() {
        double lowest = Arrays.stream(means).min().orElse(0);
        double highest = Arrays.stream(means).max().orElse(0);
        return highest - lowest <= 1e-9 * highest;
    }

    /**
     * The correlation of number and mean, from -1 to 1; gamma-gamma takes it to be zero, and 0.3 either way says
     * that it does not fit. 0 when either is the same for all.
     */
    public double correlation() {
        double center = Arrays.stream(purchases).average().orElse(0);
        double middle = meanOfMeans();
        double together = 0;
        double ofCounts = 0;
        double ofMeans = 0;
        for (int i = 0; i < customers(); i++) {
            together += (purchases[i] - center) * (means[i] - middle);
            ofCounts += (purchases[i] - center) * (purchases[i] - center);
            ofMeans += (means[i] - middle) * (means[i] - middle);
        }
        boolean varies = ofCounts > 0 && ofMeans > 0 && !isAllTheSame();
        return varies ? together / Math.sqrt(ofCounts * ofMeans) : 0;
    }
}
