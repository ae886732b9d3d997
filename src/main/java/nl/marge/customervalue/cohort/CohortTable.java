package nl.marge.customervalue.cohort;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.customervalue.discount.AnnualRate;

/**
 * All cohorts of a range, together and by segment, and what belongs to none. It is filled buyer by buyer and then only
 * read. Pure.
 */
final class CohortTable {

    private final CohortCalendar calendar;
    private final LocalDate silentSince;
    private final DayFactors factors;
    private final boolean bySegment;
    private final List<Cohort> all;
    private final Map<Integer, List<Cohort>> segments = new TreeMap<>();
    private final Apart before = new Apart();
    private final Apart withoutPurchase = new Apart();
    private BigInteger campaigns = BigInteger.ZERO;

    /**
     * An empty table.
     *
     * @param silence a customer who has not bought for longer counts as lost
     */
    CohortTable(CohortCalendar calendar, Period silence, Optional<AnnualRate> rate, boolean bySegment) {
        this.calendar = calendar;
        this.silentSince = calendar.observed().minus(silence);
        this.factors = DayFactors.of(
                rate,
                Math.toIntExact(calendar.last().toEpochDay() - calendar.begin(0).toEpochDay()));
        this.bySegment = bySegment;
        this.all = cohorts();
    }

    /** Customers who are in no cohort, together. */
    static final class Apart {
        private int customers;
        private Amounts amounts = Amounts.NONE;

        int customers() {
            return customers;
        }

        Amounts amounts() {
            return amounts;
        }

        private void add(CohortMember buyer) {
            customers++;
            amounts = amounts.plus(Amounts.of(buyer));
        }
    }

    void add(CohortMember buyer) {
        if (buyer.boughtBefore()) {
            before.add(buyer);
        } else if (!buyer.bought()) {
            withoutPurchase.add(buyer);
        } else {
            int place = calendar.place(buyer.firstPurchase());
            add(buyer, all.get(place));
            if (bySegment) {
                add(buyer, segment(buyer.segment()).get(place));
            }
        }
    }

    /** Adds what was spent on winning whoever first buys in the same month or quarter. */
    void add(UnclaimedSpend spend) {
        int place = calendar.place(spend.day());
        campaigns = campaigns.add(spend.amount());
        all.get(place).addAcquisition(spend.amount());
        if (bySegment) {
            segment(spend.segment()).get(place).addAcquisition(spend.amount());
        }
    }

    CohortCalendar calendar() {
        return calendar;
    }

    /** The cohorts, the earliest first. */
    List<Cohort> all() {
        return all;
    }

    /** The cohorts of each segment by its value id, 0 = none; of those only that have customers or campaigns. */
    Map<Integer, List<Cohort>> segments() {
        return segments;
    }

    /** Customers who bought before the range. */
    Apart before() {
        return before;
    }

    /** Customers who bought neither in the range nor before it. */
    Apart withoutPurchase() {
        return withoutPurchase;
    }

    /** What was spent on winning customers and is claimed by none; it stands among the cohorts. */
    BigInteger campaigns() {
        return campaigns;
    }

    /** What customers and campaigns come to together. */
    Amounts total() {
        return all.stream().map(Cohort::total).reduce(before.amounts().plus(withoutPurchase.amounts()), Amounts::plus);
    }

    private List<Cohort> segment(int segment) {
        return segments.computeIfAbsent(segment, none -> cohorts());
    }

    private List<Cohort> cohorts() {
        List<Cohort> cohorts = new ArrayList<>();
        for (int place = 0; place < calendar.size(); place++) {
            cohorts.add(new Cohort(place, calendar));
        }
        return cohorts;
    }

    private void add(CohortMember buyer, Cohort cohort) {
        cohort.add(
                buyer,
                calendar,
                factors,
                Math.toIntExact(calendar.begin(cohort.place()).toEpochDay()));
        addLifetime(buyer, cohort);
    }

    /**
     * Lost is who was silent for longer than the named gap when the observation ended; he lived from his first purchase
     * to his last. Whoever bought since is seen to live until that gap before the end: for a later day nobody could yet
     * be known as lost. Who first bought after it tells nothing.
     */
    private void addLifetime(CohortMember buyer, Cohort cohort) {
        int since = Math.toIntExact(silentSince.toEpochDay());
        int first = buyer.firstPurchase();
        int last = buyer.lastPurchase(Math.toIntExact(calendar.observed().toEpochDay()));
        if (last < since) {
            cohort.lifetimes().addLost(last - first);
        } else if (first <= since) {
            cohort.lifetimes().addCensored(since - first);
        }
    }
}
