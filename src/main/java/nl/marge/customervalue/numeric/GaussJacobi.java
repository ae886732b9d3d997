package nl.marge.customervalue.numeric;

import java.util.Arrays;

/**
 * The expectation of a smooth function of a Beta(a, b) variable: nodes p and weights W that sum to one, by Golub
 * and Welsch (1969, Math. Comp. 23:221-230) from the Jacobi polynomials moved to [0, 1]. Nodes whose weight is
 * below what a double can tell are left out; for functions that fall with p, as all of ours do, they say nothing.
 */
public final class GaussJacobi {

    /** Enough for 1e-10 over horizons of ten years. */
    private static final int NODES = 64;

    private static final double WEIGHT_OF_NOTHING = 1e-18;
    private static final int ROUNDS_LIMIT = 200;

    private final double[] nodes;
    private final double[] weights;

    /**
     * The rule for Beta(a, b).
     *
     * @throws IllegalArgumentException unless both are finite and more than zero
     */
    public GaussJacobi(double a, double b) {
        if (!(a > 0 && b > 0 && a < Double.POSITIVE_INFINITY && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Beta(" + a + ", " + b + ") needs two finite numbers above zero.");
        }
        double[] diagonal = new double[NODES];
        double[] beside = new double[NODES];
        fill(diagonal, beside, b - 1, a - 1);
        double[] first = new double[NODES];
        first[0] = 1;
        diagonalise(diagonal, beside, first);
        int kept = 0;
        double[] weight = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            double w = first[i] * first[i];
            if (w > WEIGHT_OF_NOTHING && diagonal[i] > 0) {
                diagonal[kept] = diagonal[i];
                weight[kept++] = w;
            }
        }
        nodes = Arrays.copyOf(diagonal, kept);
        weights = Arrays.copyOf(weight, kept);
    }

    /** How many nodes. */
    public int size() {
        return nodes.length;
    }

    /** The value of p at node {@code k}, in (0, 1). */
    public double node(int k) {
        return nodes[k];
    }

    /** The weight of node {@code k}. */
    public double weight(int k) {
        return weights[k];
    }

    /** The recurrence of the Jacobi polynomials for (1-x)^alpha (1+x)^beta, with p = (1+x)/2. */
    private static void fill(double[] diagonal, double[] beside, double alpha, double beta) {
        double sum = alpha + beta;
        diagonal[0] = (beta + 1) / (sum + 2);
        for (int n = 1; n < NODES; n++) {
            double m = 2 * n + sum;
            diagonal[n] = 0.5 + (beta - alpha) * sum / (2 * m * (m + 2));
            double square = n == 1
                    ? (1 + alpha) * (1 + beta) / (m * m * (m + 1))
                    : n * (n + alpha) * (n + beta) * (n + sum) / (m * m * (m + 1) * (m - 1));
            beside[n - 1] = Math.sqrt(square);
        }
    }

    /** Implicit QL on a symmetric tridiagonal matrix; of the eigenvectors only the first row is kept. */
    private static void diagonalise(double[] d, double[] e, double[] first) {
        for (int l = 0; l < NODES; l++) {
            int rounds = 0;
            for (int m = split(d, e, l); m != l; m = split(d, e, l)) {
                if (++rounds > ROUNDS_LIMIT) {
                    throw new ArithmeticException("The nodes of a Gauss-Jacobi rule did not settle.");
                }
                turn(d, e, first, l, m);
            }
        }
    }

    private static int split(double[] d, double[] e, int from) {
        int m = from;
        while (m < NODES - 1 && Math.abs(e[m]) > 0x1p-53 * (Math.abs(d[m]) + Math.abs(d[m + 1]))) {
            m++;
        }
        return m;
    }

    private static void turn(double[] d, double[] e, double[] first, int l, int m) {
        double g = (d[l + 1] - d[l]) / (2 * e[l]);
        g = d[m] - d[l] + e[l] / (g + Math.copySign(Math.hypot(g, 1), g));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double b = c * e[i];
            double r = Math.hypot(f, g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            double moved = first[i + 1];
            first[i + 1] = s * first[i] + c * moved;
            first[i] = c * first[i] - s * moved;
        }
        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }
}
