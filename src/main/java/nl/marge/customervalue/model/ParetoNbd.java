package nl.marge.customervalue.model;

import java.util.List;
import java.util.stream.DoubleStream;
import nl.marge.customervalue.numeric.CounterRandom;
import nl.marge.customervalue.numeric.ExponentialIntegral;

/**
 * Pareto/NBD (Schmittlein, Morrison and Colombo 1987, Management Science 33:1-24; notes 008 and 009 of Fader and
 * Hardie). Rates of purchase are Gamma(r, alpha) over customers, rates of leaving Gamma(s, beta). Given that the
 * customer is still there they are Gamma(r + x, alpha + T) and Gamma(s, beta + T).
 */
public final class ParetoNbd implements PurchaseModel {

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;

    ParetoNbd(double... parameters) {
        r = parameters[0];
        alpha = parameters[1];
        s = parameters[2];
        beta = parameters[3];
    }

    @Override
    public ModelKind kind() {
        return ModelKind.PARETONBD;
    }

    @Override
    public List<Double> parameters() {
        return DoubleStream.of(r, alpha, s, beta).boxed().toList();
    }

    @Override
    public double probabilityAlive(int repeats, double recencyWeeks, double ageWeeks) {
        Customer.check(repeats, recencyWeeks, ageWeeks);
        if (recencyWeeks == ageWeeks) {
            return 1;
        }
        double left = logLeft(repeats, tail(repeats, recencyWeeks), tail(repeats, ageWeeks));
        return 1 / (1 + Math.exp(left - logThere(repeats, ageWeeks)));
    }

    @Override
    public double purchasesIfAlive(int repeats, double ageWeeks, double weeks) {
        Customer.checkAge(repeats, ageWeeks);
        Customer.checkWeeks(weeks);
        double scale = beta + ageWeeks;
        return rate(repeats, ageWeeks) * scale * Thinning.fading(s - 1, Math.log1p(weeks / scale));
    }

    @Override
    public Discounted discountedIfAlive(int repeats, double ageWeeks, Horizon horizon) {
        Customer.checkAge(repeats, ageWeeks);
        double scale = beta + ageWeeks;
        double z = horizon.delta() * scale;
        double weeks = scale
                * (horizon.isForEver()
                        ? ExponentialIntegral.scaled(s, z)
                        : Thinning.byQuadrature(s, z, horizon.weeks() / scale));
        return new Discounted(rate(repeats, ageWeeks) * weeks, weeks);
    }

    /** Purchases within {@code weeks} of one who is still there: Poisson, until leaving. */
    long draw(int repeats, double ageWeeks, double weeks, CounterRandom random) {
        double rate = random.gamma(r + repeats) / (alpha + ageWeeks);
        double stay = random.exponential() * (beta + ageWeeks) / random.gamma(s);
        return random.poisson(rate * Math.min(weeks, stay));
    }

    /** Expected purchases a week of a customer who is still there. */
    private double rate(int repeats, double ageWeeks) {
        return (r + repeats) / (alpha + ageWeeks);
    }

    /** The logarithm of (alpha+T)^-(r+x) (beta+T)^-s: nobody left. */
    double logThere(int repeats, double ageWeeks) {
        return -(r + repeats) * Math.log(alpha + ageWeeks) - s * Math.log(beta + ageWeeks);
    }

    /** The logarithm of s times the integral over the time of leaving, from the last purchase to now. */
    double logLeft(int repeats, double tailOfRecency, double tailOfAge) {
        double less = Math.exp(tailOfAge - tailOfRecency);
        return less < 1
                ? Math.log(s / (r + s + repeats)) + tailOfRecency + Math.log1p(-less)
                : Double.NEGATIVE_INFINITY;
    }

    /** The logarithm of (r+s+x) times the integral from {@code weeks} on of (alpha+v)^-(r+x) (beta+v)^-(s+1). */
    double tail(int repeats, double weeks) {
        return alpha >= beta
                ? LeavingIntegral.logarithm(beta + weeks, alpha + weeks, s + 1, r + repeats)
                : LeavingIntegral.logarithm(alpha + weeks, beta + weeks, r + repeats, s + 1);
    }
}
