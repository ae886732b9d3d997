package nl.marge.customervalue.model;

import nl.marge.customervalue.numeric.Hypergeometric;
import nl.marge.customervalue.numeric.Objective;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The shifted beta-geometric model of contracts (Fader and Hardie 2007, J. Interactive Marketing 21(1):76-90): at
 * the end of each period a customer leaves with a probability that is Beta(alpha, beta) over customers. Those with
 * a high one leave first, so retention rises with time.
 *
 * @param alpha with {@code beta}, how leaving is spread; alpha / (alpha + beta) leave at the first renewal
 * @param beta see {@code alpha}
 */
public record ShiftedBetaGeometric(double alpha, double beta) {

    /** @throws IllegalArgumentException unless both are finite and above zero */
    public ShiftedBetaGeometric {
        if (!(alpha > 0 && beta > 0 && alpha < Double.POSITIVE_INFINITY && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "alpha is " + alpha + ", beta is " + beta + ". Give finite numbers above zero.");
        }
    }

    /** Minus the mean log-likelihood of a customer by the logarithms of alpha and beta, with its gradient. */
    public static Objective objective(CohortLosses losses) {
        return new ShiftedBetaGeometricLikelihood(losses);
    }

    /** The log-likelihood of all cohorts. */
    public double logLikelihood(CohortLosses losses) {
        double mean = objective(losses).value(new double[] {Math.log(alpha), Math.log(beta)}, new double[2]);
        return losses.customers() == 0 ? 0 : -mean * losses.customers();
    }

    /** S(t): the share that is still there after {@code renewals} renewals; 1 after none. */
    public double survival(int renewals) {
        check(renewals, 0);
        return Math.exp(LogBeta.value(alpha, beta + renewals) - LogBeta.value(alpha, beta));
    }

    /** r(t): the share of those before renewal {@code renewal}, from 1, that renews (eq. 7). */
    public double retention(int renewal) {
        check(renewal, 1);
        return (beta + renewal - 1) / (alpha + beta + renewal - 1);
    }

    /** P(T = t): the share of all that leaves instead of renewal {@code renewal}, from 1 (eq. 5). */
    public double leaving(int renewal) {
        check(renewal, 1);
        return survival(renewal - 1) * (1 - retention(renewal));
    }

    /**
     * DEL: the expected payments of a new customer for ever, discounted; the first is sure and paid now (note 024 of
     * Fader and Hardie, eq. 4).
     *
     * @param rate the effective discount rate per period of the contract, as a fraction
     * @throws IllegalArgumentException when the rate is negative, or zero while alpha is at most one: then there is
     *     no finite value
     */
    public double expectedLifetime(double rate) {
        return fraction(beta, alpha + beta, rate);
    }

    /**
     * DERL: the expected payments for ever, discounted, of a customer just before renewal {@code renewal}, from 1,
     * who made all before; that renewal's payment is the first and not sure (Fader and Hardie 2010, Marketing
     * Science 29:85-93, eq. 6).
     *
     * @param rate the effective discount rate per period of the contract, as a fraction
     * @throws IllegalArgumentException as for {@link #expectedLifetime}
     */
    public double expectedResidualLifetime(int renewal, double rate) {
        return retention(renewal) * fraction(beta + renewal, alpha + beta + renewal, rate);
    }

    /** The first {@code payments} payments of {@link #expectedResidualLifetime}; the rate may be zero. */
    public double expectedResidualLifetime(int renewal, int payments, double rate) {
        check(payments, 0);
        check(rate);
        double left = 1;
        double sum = 0;
        for (int payment = 0; payment < payments; payment++) {
            left *= retention(renewal + payment) / (payment == 0 ? 1 : 1 + rate);
            sum += left;
        }
        return sum;
    }

    private double fraction(double b, double c, double rate) {
        check(rate);
        if (rate == 0 && alpha <= 1) {
            throw new IllegalArgumentException("Without discounting and with alpha at " + alpha
                    + " there is no finite value. Give a rate above zero, or a number of payments.");
        }
        return rate == 0 ? (c - 1) / (alpha - 1) : Hypergeometric.gauss(b, c, 1 / (1 + rate));
    }

    private static void check(double rate) {
        if (!(rate == 0 || rate >= 1e-9 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The rate is " + rate
                    + " a period. Give zero, or a fraction of at least 0.000000001: 0.10 is 10 %.");
        }
    }

    private static void check(int count, int least) {
        if (count < least || count > 1_000_000) {
            throw new IllegalArgumentException(
                    "The number of renewals is " + count + ". Give one from " + least + " to 1000000.");
        }
    }
}
