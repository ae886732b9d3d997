package nl.marge.customervalue.model;

import nl.marge.customervalue.numeric.ExponentialIntegral;
import nl.marge.customervalue.numeric.GaussLegendre;

/**
 * The integrals over v from 0 to an end of e^(-zv) (1+v)^(-s): what is left of one unit a week as time discounts it
 * and as customers get fewer.
 */
final class Thinning {

    /** Below this the difference of two integrals for ever is a small number of two large ones. */
    private static final double FRACTION_FROM = 0.05;

    /** e^-45 is nothing beside one. */
    private static final double NOTHING_LEFT = 45;

    private Thinning() {}

    /** (1 - e^(-m w)) / m, and its limit w at m = 0: the integral of e^(-m u) over u from 0 to w. */
    static double fading(double m, double w) {
        return Math.abs(m) < 1e-9 ? w : -Math.expm1(-m * w) / m;
    }

    /**
     * The integral to {@code end} by 64 Gauss points after v = e^w - 1; what is discounted to nothing is for ever.
     */
    static double byQuadrature(double s, double z, double end) {
        if (z * end > NOTHING_LEFT) {
            return ExponentialIntegral.scaled(s, z);
        }
        double w = Math.log1p(end);
        return z == 0
                ? fading(s - 1, w)
                : GaussLegendre.OF_64.integrate(w, u -> Math.exp(-z * Math.expm1(u) - (s - 1) * u));
    }

    /**
     * For s and s + 1 at once: what it is for ever less what comes after the end, which is the same integral from
     * there on, thinned by then.
     *
     * @param into receives both
     */
    static void pair(double s, double z, double end, double[] into) {
        if (z < FRACTION_FROM && end < Double.POSITIVE_INFINITY) {
            into[0] = byQuadrature(s, z, end);
            into[1] = byQuadrature(s + 1, z, end);
            return;
        }
        ExponentialIntegral.scaledPair(s, z, into);
        double w = Math.log1p(end);
        double left = z * end + (s - 1) * w;
        if (end < Double.POSITIVE_INFINITY && left < NOTHING_LEFT) {
            double first = into[0];
            double second = into[1];
            ExponentialIntegral.scaledPair(s, z * (1 + end), into);
            into[0] = first - Math.exp(-left) * into[0];
            into[1] = second - Math.exp(-left - w) * into[1];
        }
    }
}
