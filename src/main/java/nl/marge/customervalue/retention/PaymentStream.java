package nl.marge.customervalue.retention;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Expected payments of which each is the one before it times {@code ratio}, not below 0: {@code first},
 * {@code first ratio}, {@code first ratio^2} and so on. Sums are added up by doubling, {@code S(2n) = S(n) (1 +
 * ratio^n)}, so that no difference of nearly equal numbers is ever taken. Sixty digits; rounded by who shows them.
 */
record PaymentStream(BigDecimal first, BigDecimal ratio) {

    static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

    /** Payments beyond which nobody waits; far more than sums of sixty digits can tell apart. */
    private static final long PAYMENTS_LIMIT = 1L << 60;

    PaymentStream {
        requireNonNull(first, "first");
        requireNonNull(ratio, "ratio");
        if (ratio.signum() < 0) {
            throw new IllegalArgumentException("a ratio of payments is not below 0: " + ratio);
        }
    }

    /** The sum of the first {@code payments}, at least 0. */
    BigDecimal sum(long payments) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE;
        for (int bit = Long.SIZE - 1 - Long.numberOfLeadingZeros(payments); bit >= 0; bit--) {
            sum = sum.add(sum.multiply(power, DIGITS), DIGITS);
            power = power.multiply(power, DIGITS);
            if ((payments >> bit & 1) == 1) {
                sum = sum.add(power, DIGITS);
                power = power.multiply(ratio, DIGITS);
            }
        }
        return first.multiply(sum, DIGITS);
    }

    /** The sum of all payments for ever; empty when it has no end. */
    Optional<BigDecimal> sum() {
        return ratio.compareTo(BigDecimal.ONE) < 0
                ? Optional.of(first.divide(BigDecimal.ONE.subtract(ratio), DIGITS))
                : Optional.empty();
    }

    /**
     * After how many payments {@code cost}, above 0, is earned, linear inside a payment; empty when never.
     *
     * @param most payments there are at most
     */
    Optional<BigDecimal> payback(BigDecimal cost, long most) {
        long limit = Math.min(most, PAYMENTS_LIMIT);
        if (first.signum() <= 0 || isNeverReached(cost)) {
            return Optional.empty();
        }
        long enough = 1;
        while (enough < limit && sum(enough).compareTo(cost) < 0) {
            enough = Math.min(limit, enough * 2);
        }
        if (sum(enough).compareTo(cost) < 0) {
            return Optional.empty();
        }
        long before = fewest(cost, enough) - 1;
        BigDecimal earned = sum(before);
        BigDecimal last = sum(before + 1).subtract(earned, DIGITS);
        return Optional.of(cost.subtract(earned, DIGITS).divide(last, DIGITS).add(BigDecimal.valueOf(before)));
    }

    private boolean isNeverReached(BigDecimal cost) {
        // A sum that only comes ever nearer to the cost does not reach it.
        return sum().filter(all -> all.compareTo(cost) < 0 || all.compareTo(cost) == 0 && ratio.signum() > 0)
                .isPresent();
    }

    /** The fewest payments that come to {@code cost}, of which {@code enough} are enough. */
    private long fewest(BigDecimal cost, long enough) {
        long low = 1;
        long high = enough;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (sum(middle).compareTo(cost) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }
}
