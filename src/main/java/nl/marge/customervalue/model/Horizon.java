package nl.marge.customervalue.model;

/**
 * How far one looks ahead, and what waiting costs.
 *
 * @param weeks how long from now; {@code Double.POSITIVE_INFINITY} is for ever
 * @param delta the continuous discount rate per week, as a fraction
 */
public record Horizon(double weeks, double delta) {

    /** The Julian year of 365.25 days. Published examples often take 52. */
    public static final double WEEKS_PER_YEAR = 365.25 / 7;

    /** A factor of e a week: beyond, next week is worth nothing. */
    private static final double DELTA_LIMIT = 1;

    /** Some 0.005 % a year: below, it is the end of the world that one values. */
    private static final double DELTA_FOR_EVER = 1e-6;

    /**
     * @throws IllegalArgumentException when there is no time, when the rate is negative or no rate at all, or when
     *     one looks for ever with hardly any discounting, which may be worth more than any number
     */
    public Horizon {
        if (!(weeks > 0)) {
            throw new IllegalArgumentException("A horizon of " + weeks + " weeks is no time. Give one above zero.");
        }
        if (!(delta >= 0 && delta <= DELTA_LIMIT)) {
            throw new IllegalArgumentException(
                    "A rate of " + delta + " per week cannot discount. Give one from 0 to " + DELTA_LIMIT + ".");
        }
        if (weeks == Double.POSITIVE_INFINITY && delta < DELTA_FOR_EVER) {
            throw new IllegalArgumentException(
                    "For ever and with hardly any discounting there is no value. Give an end,"
                            + " or a rate of at least 0.0001 a year.");
        }
    }

    /** Some weeks at an annual effective rate as a fraction: 0.10 is 10 %; delta = ln(1 + rate) / weeks per year. */
    public static Horizon ofWeeks(double weeks, double annualRate) {
        return new Horizon(weeks, delta(annualRate));
    }

    /** For ever, at an annual effective rate as a fraction. */
    public static Horizon forEver(double annualRate) {
        return new Horizon(Double.POSITIVE_INFINITY, delta(annualRate));
    }

    /** Whether there is no end. */
    public boolean isForEver() {
        return weeks == Double.POSITIVE_INFINITY;
    }

    private static double delta(double annualRate) {
        if (!(annualRate >= 0)) {
            throw new IllegalArgumentException(
                    "The annual rate is " + annualRate + ". Give a fraction of zero or more: 0.10 is 10 %.");
        }
        return Math.log1p(annualRate) / WEEKS_PER_YEAR;
    }
}
