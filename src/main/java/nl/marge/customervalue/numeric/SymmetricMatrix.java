package nl.marge.customervalue.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A small symmetric matrix, such as the covariance of four estimates. Immutable. */
public final class SymmetricMatrix {

    private static final int SWEEPS_LIMIT = 60;

    private final double[][] cells;

    /** Takes the average of each cell and its mirror image. */
    public SymmetricMatrix(double[][] cells) {
        int n = cells.length;
        this.cells = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                this.cells[i][j] = (cells[i][j] + cells[j][i]) / 2;
            }
        }
    }

    /** The matrix whose rows follow each other in {@code cells}; its size is the root of their number. */
    public static SymmetricMatrix ofRows(List<Double> cells) {
        int n = (int) Math.round(Math.sqrt(cells.size()));
        if (n * n != cells.size()) {
            throw new IllegalArgumentException(cells.size() + " cells make no square matrix.");
        }
        double[][] square = new double[n][n];
        for (int i = 0; i < n * n; i++) {
            square[i / n][i % n] = cells.get(i);
        }
        return new SymmetricMatrix(square);
    }

    /** How many rows. */
    public int size() {
        return cells.length;
    }

    /** The cell at {@code row}, {@code column}, from 0. */
    public double at(int row, int column) {
        return cells[row][column];
    }

    /** Its cells, row by row. */
    public List<Double> rows() {
        List<Double> rows = new ArrayList<>();
        for (double[] row : cells) {
            for (double cell : row) {
                rows.add(cell);
            }
        }
        return Collections.unmodifiableList(rows);
    }

    /** Each cell times {@code factor}. */
    public SymmetricMatrix times(double factor) {
        double[][] scaled = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                scaled[i][j] = factor * cells[i][j];
            }
        }
        return new SymmetricMatrix(scaled);
    }

    /** The same with {@code ridge} more in each cell of the diagonal. */
    SymmetricMatrix plusOnDiagonal(double ridge) {
        SymmetricMatrix sum = times(1);
        for (int i = 0; i < size(); i++) {
            sum.cells[i][i] += ridge;
        }
        return sum;
    }

    /** The variance of a sum of parts weighted by {@code weights}: w' M w. */
    public double quadraticForm(double[] weights) {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                sum += weights[i] * cells[i][j] * weights[j];
            }
        }
        return sum;
    }

    /** The inverse by Cholesky; empty when the matrix is not positive definite. */
    public Optional<SymmetricMatrix> inverse() {
        return lower().map(lower -> {
            double[][] inverse = new double[size()][];
            for (int column = 0; column < size(); column++) {
                double[] unit = new double[size()];
                unit[column] = 1;
                inverse[column] = solve(lower, unit);
            }
            return new SymmetricMatrix(inverse);
        });
    }

    /** Largest over smallest eigenvalue; {@code Double.MAX_VALUE} when the smallest is not above zero. */
    public double conditionNumber() {
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        for (double eigenvalue : eigenvalues()) {
            smallest = Math.min(smallest, eigenvalue);
            largest = Math.max(largest, eigenvalue);
        }
        boolean told = smallest > 0 && largest / smallest < Double.MAX_VALUE;
        return told ? largest / smallest : Double.MAX_VALUE;
    }

    /** The solution of M x = {@code right}; empty when the matrix is not positive definite. */
    Optional<double[]> solve(double[] right) {
        return lower().map(lower -> solve(lower, right));
    }

    private Optional<double[][]> lower() {
        int n = size();
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = cells[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(rest > 0 && rest < Double.POSITIVE_INFINITY)) {
                    return Optional.empty();
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return Optional.of(lower);
    }

    private static double[] solve(double[][] lower, double[] right) {
        int n = lower.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** By Jacobi's rotations. */
    private double[] eigenvalues() {
        int n = size();
        double[][] work = new double[n][];
        for (int i = 0; i < n; i++) {
            work[i] = cells[i].clone();
        }
        for (int sweep = 0; sweep < SWEEPS_LIMIT; sweep++) {
            for (int pair = 0; pair < n * n; pair++) {
                rotate(work, pair / n, pair % n);
            }
        }
        double[] eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = work[i][i];
        }
        return eigenvalues;
    }

    private static void rotate(double[][] work, int p, int q) {
        if (p >= q || work[p][q] == 0) {
            return;
        }
        double theta = (work[q][q] - work[p][p]) / (2 * work[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (double[] row : work) {
            double held = row[p];
            row[p] = c * held - s * row[q];
            row[q] = s * held + c * row[q];
        }
        for (int j = 0; j < work.length; j++) {
            double held = work[p][j];
            work[p][j] = c * held - s * work[q][j];
            work[q][j] = s * held + c * work[q][j];
        }
    }
}
