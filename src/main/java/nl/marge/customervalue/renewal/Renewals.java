package nl.marge.customervalue.renewal;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.model.CohortLosses;
import nl.marge.customervalue.model.Horizon;

/**
 * Contracts as purchases show them: who buys in the next period renews. Cohorts are by the period of the first
 * purchase, and a customer is still there after k renewals when each of the k periods since then has a purchase. Who
 * misses one has left, also when he buys again later. Pure.
 *
 * @param losses of cohorts in periods that are over, the oldest first; a period in which nobody began has no cohort
 * @param missing why there are no losses, and what to change; empty exactly where there are some
 * @param returned customers who bought again after a period without a purchase: where there are many of them, this is
 *     no contract
 */
public record Renewals(Optional<CohortLosses> losses, Optional<String> missing, int returned) {

    private static final int CUSTOMERS_NEEDED = 2;

    public Renewals {
        requireNonNull(losses, "losses");
        requireNonNull(missing, "missing");
        if (losses.isPresent() == missing.isPresent()) {
            throw new IllegalArgumentException(
                    "losses and missing are both " + (losses.isPresent() ? "there" : "empty"));
        }
    }

    /** How long a contract runs before it is renewed: a fiscal period, quarter or year, by the calendar. */
    public enum Term {
        P1M(1),
        P3M(3),
        P1Y(12);

        private static final int MONTHS_PER_YEAR = 12;

        private final int months;

        Term(int months) {
            this.months = months;
        }

        /** Its months: 1, 3 or 12. */
        public int months() {
            return months;
        }

        /** Its length in weeks by the year of 365.25 days, whatever the month. */
        public double weeks() {
            return Horizon.WEEKS_PER_YEAR * months / MONTHS_PER_YEAR;
        }

        /** How many of them a year has. */
        public int perYear() {
            return MONTHS_PER_YEAR / months;
        }
    }

    /**
     * How long one customer has had the contract, the period that runs included.
     *
     * @param renewals periods after the first in a row with a purchase
     * @param there whether no period that is over was missed
     */
    public record Tenure(int renewals, boolean there) {}

    /**
     * The renewals of all customers as of the end of epoch day {@code end}; the period in which that day lies counts
     * only when it is its last.
     */
    public static Renewals of(Histories histories, Term term, int end) {
        return of(histories, histories.customers(), term, end);
    }

    /** The same of some of the customers of {@code histories}. */
    public static Renewals of(Histories histories, List<CustomerDays> customers, Term term, int end) {
        Periods periods = Periods.of(histories, term, end);
        int over = periods.over();
        if (over > CohortLosses.RENEWALS_LIMIT + 1) {
            return none(over + " periods of " + term + " are over by " + day(end) + ", at most "
                    + (CohortLosses.RENEWALS_LIMIT + 1) + " can be followed. Take a longer period or a shorter range.");
        }
        int[][] survivors = new int[over][];
        Arrays.setAll(survivors, cohort -> new int[over - cohort]);
        int returned = 0;
        for (CustomerDays days : customers) {
            Periods.Course course = periods.course(days, over);
            for (int renewal = 0; renewal < course.periods(); renewal++) {
                survivors[course.first()][renewal]++;
            }
            returned += course.returned() ? 1 : 0;
        }
        return of(survivors, term, end, returned);
    }

    /** How long a customer has had the contract at the end of epoch day {@code end}; empty if he had bought nothing. */
    public static Optional<Tenure> tenure(Histories histories, CustomerDays days, Term term, int end) {
        Periods periods = Periods.of(histories, term, end);
        Periods.Course course = periods.course(days, Integer.MAX_VALUE);
        return course.periods() == 0
                ? Optional.empty()
                : Optional.of(new Tenure(course.periods() - 1, course.first() + course.periods() >= periods.over()));
    }

    private static Renewals of(int[][] survivors, Term term, int end, int returned) {
        List<List<Integer>> cohorts = Arrays.stream(survivors)
                .filter(cohort -> cohort[0] > 0)
                .map(cohort -> Arrays.stream(cohort).boxed().toList())
                .toList();
        int customers = cohorts.stream().mapToInt(cohort -> cohort.get(0)).sum();
        if (survivors.length == 0) {
            return none(
                    "No period of " + term + " is over by " + day(end) + ". Take a longer range or a shorter period.");
        }
        if (customers < CUSTOMERS_NEEDED) {
            return none("There are " + customers + " customers who bought in a period of " + term + " that is over by "
                    + day(end) + ", at least " + CUSTOMERS_NEEDED
                    + " are needed. Take a wider filter or a longer range.");
        }
        return new Renewals(Optional.of(new CohortLosses(cohorts)), Optional.empty(), returned);
    }

    private static Renewals none(String why) {
        return new Renewals(Optional.empty(), Optional.of(why), 0);
    }

    private static LocalDate day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }
}
