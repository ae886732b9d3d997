package nl.marge.customervalue.purchase;

import java.util.Arrays;
import java.util.Collection;

/**
 * Many customers' histories, those that are alike counted together: everything the likelihood of a model needs, in
 * a few arrays. Groups are sorted by repeats, age and recency; a run is a stretch of groups with equal repeats.
 * Customers keep the number of the order in which they were added. Immutable; equal customers in any order give
 * equal groups.
 */
public final class PurchaseGroups {

    private static final int AGE_BITS = 17;
    private static final int AGE_MASK = (1 << AGE_BITS) - 1;

    private final double stepWeeks;
    private final long[] keys;
    private final int[] counts;
    private final int[] groupOfCustomer;
    private final int[] runStarts;
    private final int stepLimit;

    private PurchaseGroups(double stepWeeks, long[] keyOfCustomer) {
        this.stepWeeks = stepWeeks;
        long[] sorted = keyOfCustomer.clone();
        Arrays.sort(sorted);
        long[] distinct = new long[sorted.length];
        int[] count = new int[sorted.length];
        int groups = 0;
        int highest = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[groups++] = sorted[i];
                highest = Math.max(highest, ageOf(sorted[i]));
            }
            count[groups - 1]++;
        }
        keys = Arrays.copyOf(distinct, groups);
        counts = Arrays.copyOf(count, groups);
        stepLimit = highest;
        groupOfCustomer = new int[keyOfCustomer.length];
        for (int i = 0; i < keyOfCustomer.length; i++) {
            groupOfCustomer[i] = Arrays.binarySearch(keys, keyOfCustomer[i]);
        }
        runStarts = runStarts(keys);
    }

    /** Starts collecting customers whose times are whole days. */
    public static Builder ofDays() {
        return of(1 / 7.0);
    }

    /**
     * Starts collecting customers.
     *
     * @param stepWeeks how many weeks one step of their times is
     * @throws IllegalArgumentException unless it is finite and more than zero
     */
    public static Builder of(double stepWeeks) {
        if (!(stepWeeks > 0 && stepWeeks < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A step of " + stepWeeks + " weeks is no time. Give one above zero.");
        }
        return new Builder(stepWeeks);
    }

    /**
     * All customers of {@code parts}, part after part.
     *
     * @throws IllegalArgumentException when there is no part, or they count in different steps
     */
    public static PurchaseGroups together(Collection<PurchaseGroups> parts) {
        double step = parts.stream()
                .mapToDouble(PurchaseGroups::stepWeeks)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part is given. Give at least one."));
        if (parts.stream().anyMatch(part -> part.stepWeeks != step)) {
            throw new IllegalArgumentException(
                    "The parts count in different steps. Give all in days, or all in weeks.");
        }
        long[] keys = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.groupOfCustomer).mapToLong(group -> part.keys[group]))
                .toArray();
        return new PurchaseGroups(step, keys);
    }

    /** Collects customers. */
    public static final class Builder {

        private final double stepWeeks;
        private long[] keys = new long[1024];
        private int customers;

        private Builder(double stepWeeks) {
            this.stepWeeks = stepWeeks;
        }

        /** Adds the next customer. */
        public Builder add(PurchaseHistory history) {
            if (customers == keys.length) {
                keys = Arrays.copyOf(keys, 2 * customers);
            }
            keys[customers++] = key(history);
            return this;
        }

        /** What has been added so far. */
        public PurchaseGroups build() {
            return new PurchaseGroups(stepWeeks, Arrays.copyOf(keys, customers));
        }
    }

    /** How many weeks one step of the times is. */
    public double stepWeeks() {
        return stepWeeks;
    }

    /** How many groups. */
    public int size() {
        return keys.length;
    }

    /** Repeat purchase days of group {@code group}, x. */
    public int repeats(int group) {
        return (int) (keys[group] >>> 2 * AGE_BITS);
    }

    /** Steps from first to last purchase day, t_x. */
    public int recency(int group) {
        return (int) (keys[group] & AGE_MASK);
    }

    /** Steps from the first purchase day to the end of the window, T. */
    public int age(int group) {
        return ageOf(keys[group]);
    }

    /** How many customers are in group {@code group}; at least one. */
    public int count(int group) {
        return counts[group];
    }

    /** The history that the customers of group {@code group} share. */
    public PurchaseHistory history(int group) {
        return new PurchaseHistory(repeats(group), recency(group), age(group));
    }

    /** The largest age, in steps; 0 when there is nobody. */
    public int ageMaximum() {
        return stepLimit;
    }

    /** How many customers. */
    public int customers() {
        return groupOfCustomer.length;
    }

    /** How many customers came back at least once. */
    public int repeaters() {
        int repeaters = 0;
        for (int group = 0; group < size(); group++) {
            repeaters += repeats(group) > 0 ? counts[group] : 0;
        }
        return repeaters;
    }

    /** Repeat purchase days of all customers. */
    public long purchases() {
        long purchases = 0;
        for (int group = 0; group < size(); group++) {
            purchases += (long) counts[group] * repeats(group);
        }
        return purchases;
    }

    /** The group of the customer that was added as number {@code customer}, from 0. */
    public int groupOf(int customer) {
        return groupOfCustomer[customer];
    }

    /** How many runs of groups with equal repeats. */
    public int runs() {
        return runStarts.length - 1;
    }

    /** The first group of run {@code run}; that of {@link #runs()} is the number of groups. */
    public int runStart(int run) {
        return runStarts[run];
    }

    /**
     * Every {@code stride}-th customer in the order of the groups: a sample in proportion to all that they tell, the
     * same one each time.
     */
    public PurchaseGroups sample(int stride) {
        long[] sampled = new long[(customers() + stride - 1) / stride];
        int taken = 0;
        long seen = 0;
        for (int group = 0; group < size(); group++) {
            seen += counts[group];
            while ((long) taken * stride < seen) {
                sampled[taken++] = keys[group];
            }
        }
        return new PurchaseGroups(stepWeeks, sampled);
    }

    private static long key(PurchaseHistory history) {
        return ((long) history.repeats() << AGE_BITS | history.age()) << AGE_BITS | history.recency();
    }

    private static int ageOf(long key) {
        return (int) (key >>> AGE_BITS & AGE_MASK);
    }

    private static int[] runStarts(long[] keys) {
        int[] starts = new int[keys.length + 1];
        int runs = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] >>> 2 * AGE_BITS != keys[i - 1] >>> 2 * AGE_BITS) {
                starts[runs++] = i;
            }
        }
        starts[runs] = keys.length;
        return Arrays.copyOf(starts, runs + 1);
    }
}
