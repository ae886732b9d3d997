package nl.marge.profitability.ranking;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import nl.marge.kernel.sums.ExactSum;

/** What is told of a row: the measure it is ranked by, gross margin (CM1) and net revenue, in minor units. */
public record Measures(BigInteger value, BigInteger grossMargin, BigInteger netRevenue) {

    /** Of no rows. */
    public static final Measures NONE = new Measures(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    public Measures {
        requireNonNull(value, "value");
        requireNonNull(grossMargin, "grossMargin");
        requireNonNull(netRevenue, "netRevenue");
    }

    /** Both together. */
    public Measures plus(Measures other) {
        return new Measures(
                value.add(other.value), grossMargin.add(other.grossMargin), netRevenue.add(other.netRevenue));
    }

    /** All of many together. */
    static Measures sum(Iterable<Measures> many) {
        ExactSum value = new ExactSum();
        ExactSum grossMargin = new ExactSum();
        ExactSum netRevenue = new ExactSum();
        for (Measures one : many) {
            value.add(one.value);
            grossMargin.add(one.grossMargin);
            netRevenue.add(one.netRevenue);
        }
        return new Measures(value.value(), grossMargin.value(), netRevenue.value());
    }
}
