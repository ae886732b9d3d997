package nl.marge.customervalue.spend;

import nl.marge.customervalue.numeric.Objective;

/**
 * The gamma-gamma model of spend (Colombo and Jiang 1999; note 025 of Fader and Hardie 2013): one customer's
 * purchases are Gamma(p, nu), and nu is Gamma(q, v) over customers. Purchases and spend must not depend on each
 * other.
 *
 * @param p how alike one customer's purchases are
 * @param q how alike customers are; above 1, so that there is a mean
 * @param v the scale, in the unit of the amounts
 */
public record GammaGamma(double p, double q, double v) {

    /** @throws IllegalArgumentException unless p and v are above 0 and q is above 1, all finite */
    public GammaGamma {
        boolean finite = p < Double.POSITIVE_INFINITY && q < Double.POSITIVE_INFINITY && v < Double.POSITIVE_INFINITY;
        if (!(p > 0 && q > 1 && v > 0 && finite)) {
            throw new IllegalArgumentException("p is " + p + ", q is " + q + ", v is " + v
                    + ". Give p and v above 0 and q above 1: below that there is no mean.");
        }
    }

    /**
     * Minus the mean log-likelihood of a customer by ln p, ln(q - 1) and ln v, with its gradient: q cannot fall to
     * where the mean is none or negative. Not for two threads at once.
     */
    public static Objective objective(SpendSample sample) {
        return new GammaGammaLikelihood(sample);
    }

    /** The log-likelihood of all customers. */
    public double logLikelihood(SpendSample sample) {
        double[] at = {Math.log(p), Math.log(q - 1), Math.log(v)};
        return sample.customers() == 0 ? 0 : -objective(sample).value(at, new double[3]) * sample.customers();
    }

    /** What a purchase of any customer is expected to bring: pv / (q - 1). */
    public double populationMean() {
        return p * v / (q - 1);
    }

    /** How much a customer's own mean weighs after {@code purchases}: 0 without any, towards 1 with many. */
    public double weight(int purchases) {
        if (purchases < 0) {
            throw new IllegalArgumentException("The number of purchases is " + purchases + ". Give zero or more.");
        }
        return p * purchases / (p * purchases + q - 1);
    }

    /**
     * What a purchase is expected to bring of a customer who made {@code purchases} at {@code mean} (note 025, eq.
     * 5). Without purchases the mean is not looked at.
     */
    public double expectedSpend(int purchases, double mean) {
        double weight = weight(purchases);
        if (purchases > 0 && !(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The mean spend is " + mean + ". Give a finite one of zero or more.");
        }
        return (1 - weight) * populationMean() + (purchases == 0 ? 0 : weight * mean);
    }
}
