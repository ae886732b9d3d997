package nl.marge.customervalue.fit;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nl.marge.customervalue.numeric.SymmetricMatrix;

/**
 * The uncertainty of what is computed from a fit: its slope by the logarithms of the parameters, by central
 * differences, through their covariance.
 */
public final class DeltaMethod {

    private static final double STEP = 1e-4;

    private DeltaMethod() {}

    /**
     * The standard error of {@code quantity}, a smooth function of the parameters in the fit's order.
     *
     * @return empty when the fit has no covariance, or the quantity no finite slope
     */
    public static Optional<Double> standardError(Fit fit, ToDoubleFunction<double[]> quantity) {
        return fit.covariance().flatMap(covariance -> standardError(fit, covariance, quantity));
    }

    private static Optional<Double> standardError(
            Fit fit, SymmetricMatrix covariance, ToDoubleFunction<double[]> quantity) {
        double[] slope = new double[covariance.size()];
        for (int i = 0; i < slope.length; i++) {
            double ahead = quantity.applyAsDouble(moved(fit, i, STEP));
            double behind = quantity.applyAsDouble(moved(fit, i, -STEP));
            slope[i] = (ahead - behind) / (2 * STEP);
        }
        double error = Math.sqrt(Math.max(0, covariance.quadraticForm(slope)));
        return Double.isFinite(error) ? Optional.of(error) : Optional.empty();
    }

    private static double[] moved(Fit fit, int i, double step) {
        double[] parameters = fit.parameters();
        double floor = fit.estimates().get(i).floor();
        parameters[i] = floor + (parameters[i] - floor) * Math.exp(step);
        return parameters;
    }
}
