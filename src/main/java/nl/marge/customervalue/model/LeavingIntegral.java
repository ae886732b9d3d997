package nl.marge.customervalue.model;

import nl.marge.customervalue.numeric.GaussLegendre;
import nl.marge.customervalue.numeric.Hypergeometric;

/**
 * The integral in the likelihood of Pareto/NBD: over v from 0 on of (near + v)^-a (far + v)^-b, with near at most
 * far, times a + b - 1. By Euler's transformation of its hypergeometric function every term is positive (note 009
 * of Fader and Hardie, rearranged); where near is almost nothing beside far, whose fraction would be long, by Gauss
 * points over v = near (e^u - 1).
 */
final class LeavingIntegral {

    /** Below this share of near in far the fraction takes a thousand steps and more. */
    private static final double FRACTION_FROM = 1e-3;

    /** Within a stretch of 8 the integrand is smooth to 64 points, whatever its exponents. */
    private static final double LONGEST = 8;

    /** From e^40 on near is nothing beside v, and the rest is a power. */
    private static final double ALL_POWER = 40;

    private LeavingIntegral() {}

    /** Its logarithm. */
    static double logarithm(double near, double far, double a, double b) {
        double share = near / far;
        double sum = a + b - 1;
        if (share < FRACTION_FROM) {
            double scale = (1 - a) * Math.log(near) - b * Math.log(far);
            return scale + Math.log(sum * byQuadrature(share, a, b));
        }
        return (1 - a) * Math.log(share)
                + Math.log(Hypergeometric.gauss(b, sum + 1, (far - near) / far))
                - sum * Math.log(far);
    }

    /** Stretches that double in length, until what follows adds nothing or is a power. */
    private static double byQuadrature(double share, double a, double b) {
        double end = ALL_POWER - Math.log(share);
        double from = 0;
        double length = Math.min(LONGEST, 1 / (1 + a));
        double sum = 0;
        while (from < end) {
            double start = from;
            double added = GaussLegendre.OF_64.integrate(length, u -> integrand(share, a, b, start + u));
            sum += added;
            from += length;
            length = Math.min(LONGEST, 2 * length);
            boolean falls = integrand(share, a, b, from) < integrand(share, a, b, start);
            if (falls && added < 1e-17 * sum) {
                return sum;
            }
        }
        return sum + integrand(share, a, b, from) / (a + b - 1);
    }

    private static double integrand(double share, double a, double b, double u) {
        return Math.exp((1 - a) * u - b * Math.log1p(share * Math.expm1(u)));
    }
}
