package nl.marge.customervalue.numeric;

/**
 * A smooth function to minimise. Where it has no finite value it may answer NaN or infinity: nothing is found
 * there.
 */
@FunctionalInterface
public interface Objective {

    /** Step of the differences that make a Hessian of gradients. */
    double GRADIENT_STEP = 1e-4;

    /** The value at {@code at}, which is not changed; fills {@code gradient}, which has the same length. */
    double value(double[] at, double[] gradient);

    /** The second derivatives, by central differences of the gradient. */
    default SymmetricMatrix hessian(double[] at) {
        int n = at.length;
        double[][] hessian = new double[n][n];
        double[] ahead = new double[n];
        double[] behind = new double[n];
        for (int i = 0; i < n; i++) {
            value(moved(at, i, GRADIENT_STEP), ahead);
            value(moved(at, i, -GRADIENT_STEP), behind);
            for (int j = 0; j < n; j++) {
                hessian[i][j] = (ahead[j] - behind[j]) / (2 * GRADIENT_STEP);
            }
        }
        return new SymmetricMatrix(hessian);
    }

    /** A copy of {@code at} with coordinate {@code i} moved by {@code step}. */
    static double[] moved(double[] at, int i, double step) {
        double[] moved = at.clone();
        moved[i] += step;
        return moved;
    }
}
