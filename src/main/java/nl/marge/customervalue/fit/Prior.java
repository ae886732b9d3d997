package nl.marge.customervalue.fit;

import java.util.List;
import nl.marge.customervalue.numeric.Objective;
import nl.marge.customervalue.numeric.SymmetricMatrix;

/**
 * What larger groups say of a smaller one before it is looked at: the logarithms of its parameters are normal around
 * those of all customers.
 *
 * @param pooled the fit of all customers
 * @param variances of the logarithms, between groups, above zero
 */
record Prior(Fit pooled, List<Double> variances) {

    Prior {
        variances = List.copyOf(variances);
    }

    double[] parameters() {
        return pooled.parameters();
    }

    /**
     * {@code objective}, a mean over {@code customers}, less the mean logarithm of the prior around {@code centre}.
     */
    Objective added(Objective objective, double[] centre, int customers) {
        return new Objective() {
            @Override
            public double value(double[] at, double[] gradient) {
                double value = objective.value(at, gradient);
                for (int i = 0; i < at.length; i++) {
                    double pull = (at[i] - centre[i]) / variances.get(i) / customers;
                    gradient[i] += pull;
                    value += pull * (at[i] - centre[i]) / 2;
                }
                return value;
            }

            @Override
            public SymmetricMatrix hessian(double[] at) {
                SymmetricMatrix plain = objective.hessian(at);
                double[][] cells = new double[plain.size()][plain.size()];
                for (int i = 0; i < plain.size(); i++) {
                    for (int j = 0; j < plain.size(); j++) {
                        cells[i][j] = plain.at(i, j) + (i == j ? 1 / variances.get(i) / customers : 0);
                    }
                }
                return new SymmetricMatrix(cells);
            }
        };
    }
}
