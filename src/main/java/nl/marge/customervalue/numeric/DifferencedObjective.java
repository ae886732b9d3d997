package nl.marge.customervalue.numeric;

import static nl.marge.customervalue.numeric.Objective.moved;

import java.util.function.ToDoubleFunction;

/**
 * A function without derivatives of its own: they are central differences. The step of the gradient balances the
 * error of the formula (its square) against that of the value (1e-15 over the step); so does the longer one of the
 * Hessian.
 */
public final class DifferencedObjective implements Objective {

    private static final double FIRST_STEP = 1e-5;
    private static final double SECOND_STEP = 1e-3;

    private final ToDoubleFunction<double[]> function;

    /** Differences of {@code function}, whose argument it must not change. */
    public DifferencedObjective(ToDoubleFunction<double[]> function) {
        this.function = function;
    }

    @Override
    public double value(double[] at, double[] gradient) {
        for (int i = 0; i < at.length; i++) {
            gradient[i] = (of(moved(at, i, FIRST_STEP)) - of(moved(at, i, -FIRST_STEP))) / (2 * FIRST_STEP);
        }
        return of(at);
    }

    @Override
    public SymmetricMatrix hessian(double[] at) {
        int n = at.length;
        double h = SECOND_STEP;
        double middle = of(at);
        double[] bends = new double[n];
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] up = moved(at, i, h);
            double[] down = moved(at, i, -h);
            bends[i] = of(up) - 2 * middle + of(down);
            hessian[i][i] = bends[i] / (h * h);
            for (int j = 0; j < i; j++) {
                double both = of(moved(up, j, h)) - 2 * middle + of(moved(down, j, -h));
                hessian[i][j] = (both - bends[i] - bends[j]) / (2 * h * h);
                hessian[j][i] = hessian[i][j];
            }
        }
        return new SymmetricMatrix(hessian);
    }

    private double of(double[] at) {
        return function.applyAsDouble(at);
    }
}
