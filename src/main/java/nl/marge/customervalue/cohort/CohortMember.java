package nl.marge.customervalue.cohort;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.List;

/**
 * What one customer did in the range.
 *
 * @param segment value id, 0 = none
 * @param boughtBefore whether he bought before the range
 * @param days on which anything was posted, ascending
 */
record CohortMember(int segment, boolean boughtBefore, List<Day> days) {

    CohortMember {
        days = List.copyOf(days);
    }

    /**
     * A day of his, in minor units.
     *
     * @param day epoch day
     * @param margin after cost-to-serve, before acquisition
     * @param acquisition what was spent to win him, cost positive
     * @param purchase whether he bought
     */
    record Day(int day, BigInteger netRevenue, BigInteger margin, BigInteger acquisition, boolean purchase) {
        Day {
            requireNonNull(netRevenue, "netRevenue");
            requireNonNull(margin, "margin");
            requireNonNull(acquisition, "acquisition");
        }
    }

    /** Whether he bought in the range. */
    boolean bought() {
        return days.stream().anyMatch(Day::purchase);
    }

    /** The first day he bought in the range, which he did. */
    int firstPurchase() {
        return days.stream().filter(Day::purchase).findFirst().orElseThrow().day();
    }

    /** The last day he bought, at most {@code observed}; the first where it lies after that. */
    int lastPurchase(int observed) {
        int last = firstPurchase();
        for (Day day : days) {
            last = day.purchase() && day.day() <= observed ? Math.max(last, day.day()) : last;
        }
        return last;
    }
}
