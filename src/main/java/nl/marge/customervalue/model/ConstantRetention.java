package nl.marge.customervalue.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a customer is worth who stays with the same probability each period: a multiple of the margin of one period
 * (Gupta and Lehmann 2003, J. Interactive Marketing 17(1):9-24; the three timings of Fader and Hardie 2012, note
 * 024). Exact to 34 digits, as money may be made of it.
 *
 * @param retention r: the share that stays, per period, from 0 to 1
 * @param rate d: the effective discount rate per period, as a fraction: 0.10 is 10 %
 */
public record ConstantRetention(BigDecimal retention, BigDecimal rate) {

    /** A thousand years of months: bounds the work of a power. */
    public static final int PERIODS_LIMIT = 12_000;

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /** @throws IllegalArgumentException when retention is not from 0 to 1, or the rate is below 0 */
    public ConstantRetention {
        requireNonNull(retention, "retention");
        requireNonNull(rate, "rate");
        if (retention.signum() < 0 || retention.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "The retention is " + retention.toPlainString() + ". Give a fraction from 0 to 1: 0.8 is 80 %.");
        }
        if (rate.signum() < 0) {
            throw new IllegalArgumentException(
                    "The rate is " + rate.toPlainString() + ". Give a fraction of zero or more: 0.10 is 10 %.");
        }
    }

    /**
     * The multiple for ever.
     *
     * @throws IllegalArgumentException when 1 + d is not above r: then there is no finite value
     */
    public BigDecimal multiple(PaymentTiming timing) {
        BigDecimal growth = BigDecimal.ONE.add(rate);
        BigDecimal rest = growth.subtract(retention);
        if (rest.signum() == 0) {
            throw new IllegalArgumentException("Everybody stays and nothing is discounted: for ever there is no finite"
                    + " value. Give a rate above zero, a retention below 1, or a number of periods.");
        }
        BigDecimal first =
                switch (timing) {
                    case ADVANCE -> growth;
                    case ARREARS_FIRST_SURE -> BigDecimal.ONE;
                    case ARREARS_RETAINED -> retention;
                };
        return first.divide(rest, DIGITS);
    }

    /**
     * The multiple over {@code periods} payments.
     *
     * @throws IllegalArgumentException unless they are from 0 to {@link #PERIODS_LIMIT}
     */
    public BigDecimal multiple(PaymentTiming timing, int periods) {
        if (periods < 0 || periods > PERIODS_LIMIT) {
            throw new IllegalArgumentException(
                    "The number of periods is " + periods + ". Give one from 0 to " + PERIODS_LIMIT + ".");
        }
        BigDecimal growth = BigDecimal.ONE.add(rate);
        if (growth.compareTo(retention) == 0) {
            return BigDecimal.valueOf(periods);
        }
        BigDecimal left = retention.divide(growth, DIGITS).pow(periods, DIGITS);
        return multiple(timing).multiply(BigDecimal.ONE.subtract(left), DIGITS);
    }
}
