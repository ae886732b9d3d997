package nl.marge.customervalue.numeric;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Finds a minimum of a smooth function of a few variables within a box around zero: BFGS (Nocedal and Wright 2006,
 * ch. 6) with a capped step, Armijo's rule, a fall-back to the gradient's own direction, and Newton steps at the
 * end. Without chance: the same start gives the same end.
 */
public final class Minimiser {

    private static final int ITERATIONS_LIMIT = 150;

    /** So many steps in a row that gain nothing a double can tell are the end. */
    private static final int IDLE_LIMIT = 5;

    private static final double GAIN_LEAST = 1e-14;
    private static final int NEWTON_LIMIT = 8;

    /** A factor of e^2 in a parameter is as far as one step may be trusted. */
    private static final double STEP_LIMIT = 2;

    private static final double SHORTEST = 1e-9;

    /**
     * Close to a minimum the value tells no more than its rounding; then a smaller gradient does (Hager and Zhang
     * 2005).
     */
    private static final double LEVEL = 4e-16;

    private static final double ARMIJO = 1e-4;

    /** Of the largest curvature: what differences of gradients cannot tell from none. */
    private static final double RIDGE = 1e-6;

    private final double box;
    private final double steepnessLimit;

    /**
     * A minimiser within a box.
     *
     * @param box no coordinate leaves [-box, box]
     * @param steepnessLimit the search ends once every component of the gradient is smaller
     */
    public Minimiser(double box, double steepnessLimit) {
        this.box = box;
        this.steepnessLimit = steepnessLimit;
    }

    /** Searches downhill from {@code start}. */
    public Minimum minimise(Objective objective, double[] start) {
        return minimise(objective, start, identity(start.length));
    }

    /** The same from close by, where the second derivatives are known to be about {@code curvature}. */
    public Minimum minimise(Objective objective, double[] start, SymmetricMatrix curvature) {
        double[][] inverse = identity(start.length);
        curvature.inverse().ifPresent(known -> {
            for (int i = 0; i < start.length; i++) {
                Arrays.setAll(inverse[i], rowOf(known, i));
            }
        });
        return minimise(objective, start, inverse);
    }

    private Minimum minimise(Objective objective, double[] start, double[][] inverse) {
        int n = start.length;
        double[] at = clamped(start);
        double[] gradient = new double[n];
        double value = objective.value(at, gradient);
        int iterations = 0;
        int idle = 0;
        boolean fresh = false;
        while (iterations < ITERATIONS_LIMIT && idle < IDLE_LIMIT && !(steepness(at, gradient) <= steepnessLimit)) {
            Point next = step(objective, new Point(at, value, gradient), direction(inverse, at, gradient));
            iterations++;
            if (next == null && fresh) {
                break;
            }
            if (next == null) {
                reset(inverse);
                fresh = true;
                continue;
            }
            fresh = !update(inverse, minus(next.at, at), minus(next.gradient, gradient));
            idle = value - next.value <= GAIN_LEAST * Math.abs(value) ? idle + 1 : 0;
            at = next.at;
            value = next.value;
            gradient = next.gradient;
        }
        return new Minimum(at, value, steepness(at, gradient), iterations);
    }

    /**
     * Newton steps from {@code start}, as long as they make the gradient smaller; the matrix of second derivatives
     * stays {@code hessian}, of the start or of somewhere near. They end once the gradient is below {@code enough}.
     */
    public Minimum polish(Objective objective, double[] start, SymmetricMatrix hessian, double enough) {
        double[] gradient = new double[start.length];
        Minimum best = new Minimum(start, objective.value(start, gradient), steepness(start, gradient), 0);
        for (int i = 1; i <= NEWTON_LIMIT && best.steepness() > enough; i++) {
            double[] at = clamped(minus(best.at(), newton(hessian, best.at(), gradient)));
            Minimum next = new Minimum(at, objective.value(at, gradient), steepness(at, gradient), i);
            if (!(next.steepness() < best.steepness())) {
                return best;
            }
            best = next;
        }
        return best;
    }

    /** Whether a coordinate stands on the wall of the box. */
    public boolean isOnWall(double coordinate) {
        return Math.abs(coordinate) >= box - 1e-6;
    }

    /**
     * What stands on the wall and leads out stays; where the matrix is flat but for rounding, a ridge holds the
     * step.
     */
    private double[] newton(SymmetricMatrix hessian, double[] at, double[] gradient) {
        int n = at.length;
        double[][] cells = new double[n][n];
        double[] free = gradient.clone();
        double ridge = 0;
        for (int i = 0; i < n; i++) {
            free[i] = leadsOut(at[i], gradient[i]) ? 0 : gradient[i];
            ridge = Math.max(ridge, RIDGE * hessian.at(i, i));
            for (int j = 0; j < n; j++) {
                boolean fixed = leadsOut(at[i], gradient[i]) || leadsOut(at[j], gradient[j]);
                double unit = i == j ? 1 : 0;
                cells[i][j] = fixed ? unit : hessian.at(i, j);
            }
        }
        SymmetricMatrix plain = new SymmetricMatrix(cells);
        SymmetricMatrix held = plain.plusOnDiagonal(ridge);
        return plain.solve(free).or(() -> held.solve(free)).orElse(new double[n]);
    }

    private record Point(double[] at, double value, double[] gradient) {}

    private Point step(Objective objective, Point from, double[] direction) {
        double length = Math.max(1, largest(direction) / STEP_LIMIT);
        double[] gradient = new double[direction.length];
        for (double share = 1 / length; share > SHORTEST; share /= 2) {
            double[] at = clamped(plus(from.at, direction, share));
            double descent = product(from.gradient, minus(at, from.at));
            double value = objective.value(at, gradient);
            boolean lower = value <= from.value + ARMIJO * descent && descent < 0 && isFinite(gradient);
            boolean level = value <= from.value + LEVEL * Math.abs(from.value)
                    && steepness(at, gradient) < steepness(from.at, from.gradient);
            if (lower || level) {
                return new Point(at, value, gradient);
            }
        }
        return null;
    }

    private double[] direction(double[][] inverse, double[] at, double[] gradient) {
        int n = at.length;
        double[] free = new double[n];
        double[] direction = new double[n];
        for (int i = 0; i < n; i++) {
            free[i] = leadsOut(at[i], gradient[i]) ? 0 : gradient[i];
        }
        for (int i = 0; i < n; i++) {
            direction[i] = free[i] == 0 ? 0 : -product(inverse[i], free);
        }
        if (!(product(direction, free) < 0)) {
            Arrays.setAll(direction, i -> -free[i]);
        }
        return direction;
    }

    private boolean leadsOut(double coordinate, double slope) {
        return isOnWall(coordinate) && coordinate * slope < 0;
    }

    private double steepness(double[] at, double[] gradient) {
        double steepness = 0;
        for (int i = 0; i < at.length; i++) {
            steepness = Math.max(steepness, leadsOut(at[i], gradient[i]) ? 0 : Math.abs(gradient[i]));
        }
        return steepness;
    }

    /** The BFGS update of the inverse; without it, a fresh start, when the step shows no curvature. */
    private static boolean update(double[][] inverse, double[] step, double[] change) {
        int n = step.length;
        double curvature = product(step, change);
        if (!(curvature > 1e-14 * Math.sqrt(product(step, step) * product(change, change)))) {
            reset(inverse);
            return false;
        }
        double[] turned = new double[n];
        for (int i = 0; i < n; i++) {
            turned[i] = product(inverse[i], change);
        }
        double stretch = (1 + product(change, turned) / curvature) / curvature;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += stretch * step[i] * step[j] - (turned[i] * step[j] + step[i] * turned[j]) / curvature;
            }
        }
        return true;
    }

    private static IntToDoubleFunction rowOf(SymmetricMatrix matrix, int row) {
        return column -> matrix.at(row, column);
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        reset(identity);
        return identity;
    }

    private static void reset(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            Arrays.fill(matrix[i], 0);
            matrix[i][i] = 1;
        }
    }

    private double[] clamped(double[] at) {
        double[] clamped = at.clone();
        Arrays.setAll(clamped, i -> Math.max(-box, Math.min(box, at[i])));
        return clamped;
    }

    private static boolean isFinite(double[] vector) {
        return Arrays.stream(vector).allMatch(Double::isFinite);
    }

    private static double largest(double[] vector) {
        return Arrays.stream(vector).map(Math::abs).max().orElse(0);
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double[] minus(double[] left, double[] right) {
        return plus(left, right, -1);
    }

    private static double[] plus(double[] left, double[] right, double share) {
        double[] sum = left.clone();
        Arrays.setAll(sum, i -> left[i] + share * right[i]);
        return sum;
    }
}
