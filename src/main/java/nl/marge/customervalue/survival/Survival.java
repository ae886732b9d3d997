package nl.marge.customervalue.survival;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Kaplan-Meier estimate (Kaplan and Meier 1958, eq. 2a): {@code S(t) = product over t_i <= t of (1 - d_i / n_i)},
 * with d_i lost after t_i days and n_i at risk just before, those last seen alive after t_i days included. Its standard
 * error is Greenwood's (1926): {@code S sqrt(sum d_i / (n_i (n_i - d_i)))}. Pure.
 */
public final class Survival {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final Lifetimes lifetimes;
    private int day;
    private int atRisk;
    private int lost;
    private BigDecimal share = BigDecimal.ONE;
    private BigDecimal greenwood = BigDecimal.ZERO;

    private Survival(Lifetimes lifetimes) {
        this.lifetimes = lifetimes;
        this.atRisk = lifetimes.customers();
    }

    /**
     * The estimate after so many days.
     *
     * @param atRisk customers who were seen that long at least
     * @param lost customers lost until then, that day included
     * @param share that survives longer, 0 to 1
     * @param standardError of the share; empty once nobody is left, where Greenwood's formula has no value
     */
    public record Point(int days, int atRisk, int lost, BigDecimal share, Optional<BigDecimal> standardError) {
        public Point {
            requireNonNull(share, "share");
            requireNonNull(standardError, "standardError");
        }
    }

    /**
     * The estimate after each of {@code days}, ascending. It ends with the last for which anybody is at risk: beyond it
     * nothing was seen.
     */
    public static List<Point> after(List<Integer> days, Lifetimes lifetimes) {
        Survival survival = new Survival(lifetimes);
        List<Point> points = new ArrayList<>();
        for (int wanted : days) {
            survival.passDaysBefore(wanted);
            int atRisk = survival.atRisk;
            if (atRisk == 0) {
                break;
            }
            survival.passDaysBefore(wanted + 1);
            points.add(new Point(wanted, atRisk, survival.lost, survival.share, survival.standardError()));
        }
        return points;
    }

    private void passDaysBefore(int end) {
        for (; day < Math.min(end, lifetimes.days()); day++) {
            int gone = lifetimes.lostAfter(day);
            if (gone > 0) {
                share = share.multiply(ratio(atRisk - gone, atRisk), DIGITS);
                greenwood = gone == atRisk ? greenwood : greenwood.add(ratio(gone, (long) atRisk * (atRisk - gone)));
                lost += gone;
            }
            atRisk -= gone + lifetimes.censoredAfter(day);
        }
    }

    private Optional<BigDecimal> standardError() {
        return share.signum() == 0 ? Optional.empty() : Optional.of(share.multiply(greenwood.sqrt(DIGITS), DIGITS));
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS);
    }
}
