package nl.marge.customervalue.numeric;

/**
 * K(s, z) = e^z E_s(z) = integral over v from 0 to infinity of e^(-zv) (1+v)^(-s): what one unit a week is worth,
 * discounted and thinned out by leaving. Takes the place of Tricomi's U in Fader, Hardie and Lee (2005, JMR
 * 42:415-430), eq. 2, and stays finite where U overflows.
 */
public final class ExponentialIntegral {

    /** Below this the fraction gets long (about 2/z steps), and the Gauss rule is as good. */
    private static final double FRACTION_FROM = 0.05;

    private static final int STEPS_LIMIT = 100_000;
    private static final double ENOUGH = 0x1p-52;

    /** e^-45 is 3e-20: what lies beyond is less than what a double can tell. */
    private static final double NOTHING_LEFT = 45;

    private ExponentialIntegral() {}

    /**
     * @param s more than zero
     * @param z more than zero
     * @return K(s, z), with a relative error of about 1e-12 or better
     * @throws IllegalArgumentException when an argument is not finite and more than zero
     */
    public static double scaled(double s, double z) {
        if (!(s > 0 && z > 0 && s < Double.POSITIVE_INFINITY && z < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "K(" + s + ", " + z + ") needs two finite numbers of more than zero: give a rate above zero.");
        }
        return z < FRACTION_FROM ? byQuadrature(s, z) : byFraction(s, z);
    }

    /**
     * K(s + 1, z) from K(s, z) or the other way round, whichever loses nothing: s K(s+1, z) + z K(s, z) = 1 (DLMF
     * 8.19.12).
     *
     * @param into receives K(s, z) and K(s + 1, z)
     */
    public static void scaledPair(double s, double z, double[] into) {
        if (z < s) {
            into[0] = scaled(s, z);
            into[1] = (1 - z * into[0]) / s;
        } else {
            into[1] = scaled(s + 1, z);
            into[0] = (1 - s * into[1]) / z;
        }
    }

    /** The fraction DLMF 8.19.17, contracted, by Steed's recurrence: one division a step. */
    private static double byFraction(double s, double z) {
        double denominator = z + s;
        double inverse = 1 / denominator;
        double change = inverse;
        double sum = inverse;
        for (int n = 1; n <= STEPS_LIMIT; n++) {
            double numerator = -n * (s + n - 1);
            denominator += 2;
            inverse = 1 / (denominator + numerator * inverse);
            change *= denominator * inverse - 1;
            sum += change;
            if (Math.abs(change) <= ENOUGH * sum) {
                return sum;
            }
        }
        throw new ArithmeticException("K(" + s + ", " + z + ") did not settle.");
    }

    private static double byQuadrature(double s, double z) {
        double end = end(s, z);
        return GaussLegendre.OF_64.integrate(end, w -> Math.exp(-z * Math.expm1(w) - (s - 1) * w));
    }

    /** Where z (e^w - 1) + (s - 1) w reaches 45; it is below zero first when s is below one, then rises. */
    private static double end(double s, double z) {
        double low = 0;
        double high = Math.log1p((NOTHING_LEFT + 1) / z) + NOTHING_LEFT;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            boolean beyond = z * Math.expm1(middle) + (s - 1) * middle > NOTHING_LEFT;
            low = beyond ? low : middle;
            high = beyond ? middle : high;
        }
        return high;
    }
}
