package nl.marge.customervalue.fit;

/**
 * How likely a fit makes the data.
 *
 * @param logarithm the log-likelihood of all customers, without terms that no parameter enters
 * @param aic Akaike's criterion, 2k - 2LL: lower is better
 * @param bic Schwarz's criterion, k ln n - 2LL: lower is better
 */
public record Likelihood(double logarithm, double aic, double bic) {

    static Likelihood of(double logarithm, int parameters, int customers) {
        return new Likelihood(
                logarithm, 2.0 * parameters - 2 * logarithm, parameters * Math.log(customers) - 2 * logarithm);
    }
}
