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

    /**
     * @throws IllegalArgumentException when there is no time, when the rate is negative, or when one looks for ever
     *     without discounting, which may be worth more than any number
     */
    public Horizon {
        if (!(weeks > 0)) {
            throw new IllegalArgumentException("A horizon of " + weeks + " weeks is no time. Give one above zero.");
        }
        if (!(delta >= 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A rate of " + delta + " per week cannot discount. Give one of zero or more.");
        }
        if (weeks == Double.POSITIVE_INFINITY && delta == 0) {
            throw new IllegalArgumentException(
                    "For ever and without discounting there is no value. Give an end, or a rate above zero.");
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
