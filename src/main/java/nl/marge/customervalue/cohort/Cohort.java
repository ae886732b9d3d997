package nl.marge.customervalue.cohort;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.survival.Lifetimes;

/**
 * The customers who first bought in one month or quarter, all of them or those of one segment. Age 0 is that month or
 * quarter, age 1 the one after it. It is filled buyer by buyer and then only read.
 */
final class Cohort {

    private final int place;
    private final int ages;
    private final int over;
    private final int[] active;
    private final BigInteger[] revenue;
    private final BigInteger[] margin;
    private final BigInteger[] worth;
    private final Lifetimes lifetimes = new Lifetimes();
    private Amounts earlier = Amounts.NONE;
    private BigInteger earlierWorth = BigInteger.ZERO;
    private BigInteger acquisition = BigInteger.ZERO;
    private int customers;

    /** The cohort at {@code place} of a calendar. */
    Cohort(int place, CohortCalendar calendar) {
        this.place = place;
        this.ages = calendar.size() - place;
        this.over = Math.max(0, calendar.over() - place);
        this.active = new int[ages];
        this.revenue = zeros(ages);
        this.margin = zeros(ages);
        this.worth = zeros(ages);
    }

    /** Its place in the calendar. */
    int place() {
        return place;
    }

    int customers() {
        return customers;
    }

    /** How many ages there are in the range, those that are not over included. */
    int ages() {
        return ages;
    }

    /** How many ages are over: those from 0 to before it. */
    int over() {
        return over;
    }

    /** Customers who bought at an age. */
    int active(int age) {
        return active[age];
    }

    BigInteger revenue(int age) {
        return revenue[age];
    }

    /** The margin of an age, after cost-to-serve, before acquisition. */
    BigInteger margin(int age) {
        return margin[age];
    }

    /** What its customers had in the range before their month or quarter began: cost of prospects. */
    Amounts earlier() {
        return earlier;
    }

    /** What was spent to win them, cost positive. */
    BigInteger acquisition() {
        return acquisition;
    }

    Lifetimes lifetimes() {
        return lifetimes;
    }

    /** All it brought in the range, ages that are not over included. */
    Amounts total() {
        BigInteger net = Arrays.stream(revenue).reduce(earlier.netRevenue(), BigInteger::add);
        BigInteger all = Arrays.stream(margin).reduce(earlier.margin(), BigInteger::add);
        return new Amounts(net, all, acquisition);
    }

    /** What the ages that are not over brought until now. */
    Amounts running() {
        BigInteger net = Arrays.stream(revenue).skip(over).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger all = Arrays.stream(margin).skip(over).reduce(BigInteger.ZERO, BigInteger::add);
        return new Amounts(net, all, BigInteger.ZERO);
    }

    /** All it brought, each day at its worth when the cohort began, in units of 10^-18 minor units. */
    BigInteger worth() {
        return Arrays.stream(worth).reduce(earlierWorth, BigInteger::add);
    }

    /** The same of the time before and of each age that is over, those before it included. */
    List<BigInteger> cumulativeWorth() {
        List<BigInteger> cumulative = new ArrayList<>();
        BigInteger sum = earlierWorth;
        for (int age = 0; age < over; age++) {
            sum = sum.add(worth[age]);
            cumulative.add(sum);
        }
        return cumulative;
    }

    /** When what was spent is earned, in ages that are over; empty when it is not yet. */
    Optional<Payback> payback() {
        BigInteger cost = acquisition.multiply(BigInteger.TEN.pow(DayFactors.DECIMALS));
        BigInteger before = earlierWorth;
        for (int age = 0; age < over; age++) {
            BigInteger after = before.add(worth[age]);
            if (after.compareTo(cost) >= 0) {
                return Optional.of(Payback.within(age, cost.subtract(before), worth[age]));
            }
            before = after;
        }
        return Optional.empty();
    }

    void addAcquisition(BigInteger spent) {
        acquisition = acquisition.add(spent);
    }

    /** Adds a buyer of this cohort; {@code begin} is the epoch day on which it began. */
    void add(CohortMember buyer, CohortCalendar calendar, DayFactors factors, int begin) {
        customers++;
        int lastActive = -1;
        for (CohortMember.Day day : buyer.days()) {
            int age = calendar.place(day.day()) - place;
            BigInteger value = factors.worth(day.margin(), day.day() - begin);
            acquisition = acquisition.add(day.acquisition());
            if (age < 0) {
                earlier = earlier.plus(new Amounts(day.netRevenue(), day.margin(), BigInteger.ZERO));
                earlierWorth = earlierWorth.add(value);
            } else {
                revenue[age] = revenue[age].add(day.netRevenue());
                margin[age] = margin[age].add(day.margin());
                worth[age] = worth[age].add(value);
                if (day.purchase() && age > lastActive) {
                    active[age]++;
                    lastActive = age;
                }
            }
        }
    }

    private static BigInteger[] zeros(int count) {
        BigInteger[] zeros = new BigInteger[count];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
