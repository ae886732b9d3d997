package nl.marge.customervalue.cohort;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * Sums in minor units: net revenue, margin after cost-to-serve and before acquisition, and what acquisition cost (cost
 * positive). Margin less acquisition is the measure of the table.
 */
record Amounts(BigInteger netRevenue, BigInteger margin, BigInteger acquisition) {

    static final Amounts NONE = new Amounts(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    Amounts {
        requireNonNull(netRevenue, "netRevenue");
        requireNonNull(margin, "margin");
        requireNonNull(acquisition, "acquisition");
    }

    /** Both together. */
    Amounts plus(Amounts other) {
        return new Amounts(
                netRevenue.add(other.netRevenue), margin.add(other.margin), acquisition.add(other.acquisition));
    }

    /** This without what is in the other. */
    Amounts minus(Amounts other) {
        return new Amounts(
                netRevenue.subtract(other.netRevenue),
                margin.subtract(other.margin),
                acquisition.subtract(other.acquisition));
    }

    /** The measure: margin less acquisition. */
    BigInteger value() {
        return margin.subtract(acquisition);
    }

    /** What a buyer's day comes to. */
    static Amounts of(CohortMember.Day day) {
        return new Amounts(day.netRevenue(), day.margin(), day.acquisition());
    }

    /** What all days of a buyer come to. */
    static Amounts of(CohortMember buyer) {
        return buyer.days().stream().map(Amounts::of).reduce(NONE, Amounts::plus);
    }
}
