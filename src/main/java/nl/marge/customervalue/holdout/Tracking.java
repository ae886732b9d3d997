package nl.marge.customervalue.holdout;

import java.util.ArrayList;
import java.util.List;
import nl.marge.customervalue.model.PurchaseModel;
import nl.marge.customervalue.purchase.PurchaseGroups;

/**
 * Repeat purchases of all customers by week, from the first purchase of the first customer on: a model that is right
 * follows them through the time it was fitted on and beyond.
 *
 * @param week from 1
 * @param expected in this week, by the model
 * @param actual in this week
 * @param expectedSoFar up to the end of this week, by the model
 * @param actualSoFar up to the end of this week
 */
public record Tracking(int week, double expected, long actual, double expectedSoFar, long actualSoFar) {

    private static final int DAYS = 7;

    /**
     * Follows all customers.
     *
     * @param groups the customers, counted in days; of their histories only the ages are looked at
     * @param repeatsByDay repeat purchase days of all of them on each day, from that of the oldest customer's first
     *     purchase; whole weeks are followed, the rest is left out
     * @throws IllegalArgumentException when the customers do not count in days
     */
    public static List<Tracking> weekly(PurchaseModel model, PurchaseGroups groups, int[] repeatsByDay) {
        if (Math.abs(groups.stepWeeks() * DAYS - 1) > 1e-12) {
            throw new IllegalArgumentException(
                    "The customers count in steps of " + groups.stepWeeks() + " weeks. Give them in days.");
        }
        double[] ofOne = new double[repeatsByDay.length + 1];
        for (int day = 1; day < ofOne.length; day++) {
            ofOne[day] = model.newCustomerPurchases(day * groups.stepWeeks());
        }
        int[] firsts = firstsByDay(groups);
        List<Tracking> weeks = new ArrayList<>();
        double before = 0;
        long soFar = 0;
        for (int end = DAYS; end <= repeatsByDay.length; end += DAYS) {
            double expected = expected(ofOne, firsts, end);
            long actual = 0;
            for (int day = end - DAYS; day < end; day++) {
                actual += repeatsByDay[day];
            }
            soFar += actual;
            weeks.add(new Tracking(end / DAYS, expected - before, actual, expected, soFar));
            before = expected;
        }
        return weeks;
    }

    private static double expected(double[] ofOne, int[] firsts, int end) {
        double sum = 0;
        for (int day = 0; day < Math.min(end, firsts.length); day++) {
            sum += firsts[day] * ofOne[end - 1 - day];
        }
        return sum;
    }

    private static int[] firstsByDay(PurchaseGroups groups) {
        int[] firsts = new int[groups.ageMaximum() + 1];
        for (int group = 0; group < groups.size(); group++) {
            firsts[groups.ageMaximum() - groups.age(group)] += groups.count(group);
        }
        return firsts;
    }
}
