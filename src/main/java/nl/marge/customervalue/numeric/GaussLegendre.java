package nl.marge.customervalue.numeric;

import java.util.function.DoubleUnaryOperator;

/** A Gauss-Legendre rule, its nodes found by Newton's method on the Legendre polynomial. */
public final class GaussLegendre {

    /** 64 nodes: exact for polynomials of degree 127, and better than 1e-13 for the integrals of the models. */
    public static final GaussLegendre OF_64 = new GaussLegendre(64);

    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(int count) {
        nodes = new double[count];
        weights = new double[count];
        for (int i = 0; i < count; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 0;
            for (int round = 0; round < 8; round++) {
                double[] at = legendre(count, x);
                slope = at[1];
                x -= at[0] / slope;
            }
            nodes[i] = (1 - x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
    }

    /** The integral of {@code function} from 0 to {@code end}. */
    public double integrate(double end, DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * function.applyAsDouble(end * nodes[i]);
        }
        return end * sum;
    }

    /** The polynomial and its derivative. */
    private static double[] legendre(int degree, double x) {
        double before = 1;
        double value = x;
        for (int n = 2; n <= degree; n++) {
            double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
            before = value;
            value = next;
        }
        return new double[] {value, degree * (x * value - before) / (x * x - 1)};
    }
}
