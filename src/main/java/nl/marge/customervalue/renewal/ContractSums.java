package nl.marge.customervalue.renewal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.spend.MarginSums;

/**
 * What the periods of one customer's contract brought and cost, in minor units. What lies before the first purchase
 * counts with the first period, what comes after the last period with the last one. From the day on which one buys
 * again who had left, nothing counts: by these models that contract is none.
 *
 * @param margins of each period
 * @param serving cost-to-serve a week, by period; one that still runs weighs as much as has passed of it
 */
public record ContractSums(MarginSums margins, MarginSums serving) {

    public ContractSums {
        requireNonNull(margins, "margins");
        requireNonNull(serving, "serving");
    }

    /** The sums at the end of epoch day {@code end}; empty for who had bought nothing by then. */
    public static Optional<ContractSums> of(Histories histories, CustomerDays days, Renewals.Term term, int end) {
        Periods periods = Periods.of(histories, term, end);
        Periods.Course course = periods.course(days, Integer.MAX_VALUE);
        if (course.periods() == 0) {
            return Optional.empty();
        }
        double[] margin = new double[course.periods()];
        double[] cost = new double[course.periods()];
        for (int i = 0; i < days.size() && days.day(i) <= end; i++) {
            int row = periods.place(days.day(i)) - course.first();
            if (days.isPurchase(i) && row >= margin.length) {
                break;
            }
            int counted = Math.max(0, Math.min(row, margin.length - 1));
            margin[counted] += days.margin(i).doubleValue();
            cost[counted] += days.costToServe(i).doubleValue();
        }
        MarginSums margins = MarginSums.NONE;
        MarginSums serving = MarginSums.NONE;
        for (int row = 0; row < margin.length; row++) {
            double weeks = term.weeks() * periods.passed(course.first() + row);
            margins = margins.plus(1, margin[row]);
            serving = serving.plus(weeks, cost[row] / weeks);
        }
        return Optional.of(new ContractSums(margins, serving));
    }
}
