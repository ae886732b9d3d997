package nl.marge.profitability.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.marge.kernel.apportion.ExactShares;

/**
 * What moved the gross margin of some lines, added line by line. With {@code q} quantity, {@code p} net revenue per
 * unit, {@code c} cost per unit, {@code u = p - c}, over the lines that have a price on both sides, 0 before and 1 now,
 * capitals their sums: {@code price = sum (p1 - p0) q1}, {@code cost = -sum (c1 - c0) q1}, {@code volume = (Q1 - Q0)
 * M0/Q0}, {@code mix = sum (q1 - q0 Q1/Q0) u0}; together {@code M1 - M0} identically.
 *
 * <p>Prices and costs are thus taken at the quantities of now, volume and mix at the margins of before, as in the
 * sales-price, sales-quantity and sales-mix variance (Horngren, Datar and Rajan, Cost Accounting, 15th ed. 2015, ch.
 * 14); so the four figures of the two sides swapped are not these negated, while their sum is. New, lost and unmeasured
 * lines are left out of all sums and stand apart. Exact; brought to minor units by largest remainder. Pure.
 */
final class MarginBridge {

    private final Fractions revenueAtPricesBefore = new Fractions();
    private final Fractions costAtCostsBefore = new Fractions();
    private final Map<BridgeLine.Kind, Totals> totals = new EnumMap<>(BridgeLine.Kind.class);

    /** Both sides of lines of one kind. */
    private record Totals(Side before, Side after, long lines) {
        private static final Totals NONE = new Totals(Side.NONE, Side.NONE, 0);

        private Totals plus(BridgeLine line) {
            return new Totals(sum(before, line.before()), sum(after, line.after()), lines + 1);
        }

        private Totals plus(Totals other) {
            return new Totals(sum(before, other.before), sum(after, other.after), lines + other.lines);
        }

        private BigInteger change() {
            return after.grossMargin().subtract(before.grossMargin());
        }

        /** Adds the margin of before, had only the quantity of all these lines together changed. */
        private void addMarginAtNewQuantity(Fractions sum) {
            if (lines > 0) {
                sum.add(before.grossMargin().multiply(after.quantity()), before.quantity());
            }
        }

        private static Side sum(Side a, Side b) {
            return new Side(
                    a.quantity().add(b.quantity()),
                    a.netRevenue().add(b.netRevenue()),
                    a.grossMargin().add(b.grossMargin()));
        }
    }

    /** Adds a line. */
    void add(BridgeLine line) {
        BridgeLine.Kind kind = line.kind();
        totals.put(kind, totals(kind).plus(line));
        if (kind == BridgeLine.Kind.COMMON) {
            BigInteger quantity = line.after().quantity();
            revenueAtPricesBefore.add(
                    line.before().netRevenue().multiply(quantity), line.before().quantity());
            costAtCostsBefore.add(
                    line.before().cost().multiply(quantity), line.before().quantity());
        }
    }

    /** Adds all lines of another. */
    void addAll(MarginBridge other) {
        other.totals.forEach((kind, lines) -> totals.merge(kind, lines, Totals::plus));
        revenueAtPricesBefore.addAll(other.revenueAtPricesBefore);
        costAtCostsBefore.addAll(other.costAtCostsBefore);
    }

    /**
     * Price, volume, mix and purchase cost of the lines with a price on both sides, as they exactly are.
     *
     * @param exact the four of them, times {@code denominator}
     * @param sum the change of gross margin, which is what the four come to
     */
    record Moved(BigInteger[] exact, BigInteger denominator, BigInteger sum) {

        /** In minor units, by largest remainder. */
        BigInteger[] whole() {
            return ExactShares.whole(exact, denominator, sum);
        }

        /** What {@code told} of them is short of, in so small parts of a minor unit, rounded down. */
        long[] missing(BigInteger[] told, int bits) {
            long[] missing = new long[exact.length];
            Arrays.setAll(missing, step -> ExactShares.floor(
                            exact[step]
                                    .subtract(told[step].multiply(denominator))
                                    .shiftLeft(bits),
                            denominator)
                    .longValueExact());
            return missing;
        }
    }

    /** What moved, the volume that of all quantities at the average margin of all lines. */
    Moved moved() {
        return movedApart(List.of(this));
    }

    /** What moved, the volume that of {@code parts}, each at its own average margin; they have the same lines. */
    Moved movedApart(Collection<MarginBridge> parts) {
        Totals common = totals(BridgeLine.Kind.COMMON);
        Fractions marginAtNewQuantity = new Fractions();
        parts.forEach(part -> part.totals(BridgeLine.Kind.COMMON).addMarginAtNewQuantity(marginAtNewQuantity));
        BigInteger unit = Fractions.denominator(List.of(revenueAtPricesBefore, costAtCostsBefore, marginAtNewQuantity));
        BigInteger revenue = revenueAtPricesBefore.times(unit);
        BigInteger cost = costAtCostsBefore.times(unit);
        BigInteger margin = marginAtNewQuantity.times(unit);
        BigInteger[] exact = {
            common.after().netRevenue().multiply(unit).subtract(revenue),
            margin.subtract(common.before().grossMargin().multiply(unit)),
            revenue.subtract(cost).subtract(margin),
            cost.subtract(common.after().cost().multiply(unit))
        };
        return new Moved(exact, unit, common.change());
    }

    /** The steps in minor units, of these lines alone: together the change of gross margin. */
    MarginSteps steps() {
        return steps(moved().whole());
    }

    /** The steps, price, volume, mix and purchase cost as they are given. */
    MarginSteps steps(BigInteger[] moved) {
        Totals common = totals(BridgeLine.Kind.COMMON);
        return new MarginSteps(
                moved[0],
                moved[1],
                moved[2],
                moved[3],
                told(BridgeLine.Kind.NEW),
                told(BridgeLine.Kind.LOST),
                told(BridgeLine.Kind.UNMEASURED),
                new BridgeRow.Quantity(
                        common.before().quantity(), common.after().quantity(), common.lines()));
    }

    /**
     * What volume in {@code parts} comes to beyond the volume of all their lines together, in minor units, HALF_UP: the
     * mix between them. Zero for one part alone.
     */
    static BigInteger mixBetween(Collection<MarginBridge> parts) {
        Fractions apart = new Fractions();
        Totals together = Totals.NONE;
        for (MarginBridge part : parts) {
            Totals common = part.totals(BridgeLine.Kind.COMMON);
            together = together.plus(common);
            common.addMarginAtNewQuantity(apart);
        }
        Fractions one = new Fractions();
        together.addMarginAtNewQuantity(one);
        BigInteger unit = Fractions.denominator(List.of(apart, one));
        return new BigDecimal(apart.times(unit).subtract(one.times(unit)))
                .divide(new BigDecimal(unit), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    private MarginSteps.Apart told(BridgeLine.Kind kind) {
        return new MarginSteps.Apart(totals(kind).change(), totals(kind).lines());
    }

    private Totals totals(BridgeLine.Kind kind) {
        return totals.getOrDefault(kind, Totals.NONE);
    }
}
