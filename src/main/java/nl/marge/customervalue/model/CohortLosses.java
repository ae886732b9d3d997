package nl.marge.customervalue.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How many customers of each cohort still had their contract after 0, 1, 2, ... renewals: all that the likelihood
 * of a contract model needs, however many customers there are. Cohorts may have been watched for different times.
 * Immutable.
 *
 * @param survivors by cohort: the customers at the start, then after each renewal; never more than before
 */
public record CohortLosses(List<List<Integer>> survivors) {

    /** Fifty years of months: bounds the work of a fit. */
    public static final int RENEWALS_LIMIT = 600;

    /** Of nobody. */
    public static final CohortLosses NONE = new CohortLosses(List.of());

    /** @throws IllegalArgumentException when a cohort is empty, grows, or is watched too long */
    public CohortLosses {
        survivors = survivors.stream().map(List::copyOf).toList();
        for (int cohort = 0; cohort < survivors.size(); cohort++) {
            check(cohort, survivors.get(cohort));
        }
        long all = survivors.stream().mapToLong(cohort -> cohort.get(0)).sum();
        if (all > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The cohorts have " + all + " customers, at most " + Integer.MAX_VALUE + ". Take fewer cohorts.");
        }
    }

    /** One cohort. */
    public static CohortLosses of(Integer... survivors) {
        return new CohortLosses(List.of(List.of(survivors)));
    }

    /** Customers of all cohorts at their start. */
    public int customers() {
        return Math.toIntExact(
                survivors.stream().mapToLong(cohort -> cohort.get(0)).sum());
    }

    /** Customers of all cohorts who renewed at least once. */
    public int renewed() {
        return survivors.stream()
                .filter(cohort -> cohort.size() > 1)
                .mapToInt(cohort -> cohort.get(1))
                .sum();
    }

    /** Customers of all cohorts who were seen to leave. */
    public int lost() {
        return survivors.stream()
                .mapToInt(cohort -> cohort.get(0) - cohort.get(cohort.size() - 1))
                .sum();
    }

    /** Customers of all cohorts who left instead of renewal 1, 2, ...; in place 0 nobody. */
    List<Integer> lostByRenewal() {
        List<Integer> lost = new ArrayList<>();
        for (List<Integer> cohort : survivors) {
            for (int renewal = 0; renewal < cohort.size(); renewal++) {
                int left = renewal == 0 ? 0 : cohort.get(renewal - 1) - cohort.get(renewal);
                add(lost, renewal, left);
            }
        }
        return lost;
    }

    /** Customers of all cohorts who were last seen after 0, 1, 2, ... renewals, still there. */
    List<Integer> stillThereByRenewals() {
        List<Integer> there = new ArrayList<>();
        survivors.forEach(cohort -> add(there, cohort.size() - 1, cohort.get(cohort.size() - 1)));
        return there;
    }

    private static void add(List<Integer> counts, int place, int count) {
        while (counts.size() <= place) {
            counts.add(0);
        }
        counts.set(place, counts.get(place) + count);
    }

    private static void check(int number, List<Integer> cohort) {
        String name = "Cohort " + (number + 1);
        if (cohort.isEmpty() || cohort.size() > RENEWALS_LIMIT + 1) {
            throw new IllegalArgumentException(name + " has " + cohort.size() + " counts, not from 1 to "
                    + (RENEWALS_LIMIT + 1) + ". Give its start and what is left after each renewal.");
        }
        for (int renewal = 0; renewal < cohort.size(); renewal++) {
            int before = renewal == 0 ? Integer.MAX_VALUE : cohort.get(renewal - 1);
            if (cohort.get(renewal) < 0 || cohort.get(renewal) > before) {
                throw new IllegalArgumentException(name + " has " + cohort.get(renewal) + " customers after " + renewal
                        + " renewals. Give zero or more, and never more than before.");
            }
        }
    }
}
