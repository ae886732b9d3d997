package nl.marge.customervalue.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.numeric.Minimiser;
import nl.marge.customervalue.numeric.Minimum;
import nl.marge.customervalue.numeric.Objective;
import nl.marge.customervalue.numeric.SymmetricMatrix;

/** Searches for the most likely parameters and judges what was found. Without chance. */
final class Estimator {

    /** A factor of 8000 either way from what is usual: beyond, a parameter is as good as zero or infinite. */
    static final double BOX = 9;

    /** The 97.5 % quantile of the normal law. */
    static final double NORMAL = 1.959963984540054;

    /** With many customers: what is flatter moves parameters by less than a thousandth of their errors. */
    private static final double STEEPNESS_ENOUGH = 1e-8;

    /** What rounding leaves of no slope at all. */
    private static final double STEEPNESS_NONE = 1e-11;

    private static final Minimiser MINIMISER = new Minimiser(BOX, STEEPNESS_ENOUGH);

    /** Per customer: what is steeper is no maximum. */
    private static final double STEEPNESS_LIMIT = 1e-6;

    /** Towards a limit the likelihood rises for ever, by less and less. */
    private static final double STEEPNESS_FAR_OUT = 1e-4;

    private static final double CONDITION_LIMIT = 1e8;

    /** A factor of 150: from here a flat likelihood means that the parameter runs away. */
    private static final double FAR = 5;

    /** An error of a factor of 7 (e^2): the data do not hold the parameter. */
    private static final double LOOSE = 2;

    private static final String RUNS_AWAY = "A parameter runs to its limit: the data ask for a simpler model, such as"
            + " one without leaving or with equal customers. Expectations hold, single parameters mean nothing; take a"
            + " longer window or more customers.";

    private static final String HARDLY_TOLD_APART = "The data hardly tell the parameters apart. Expectations may hold,"
            + " single parameters mean little; take a longer window, more customers or another model.";

    private static final String NO_MAXIMUM = "The search ended at no maximum of the likelihood. Take another model, a"
            + " longer window or more customers.";

    private static final String NO_LIKELIHOOD = "No parameters gave the data a likelihood. Check the data.";

    private Estimator() {}

    /** The best end of searches from all {@code starts}; the first of equals. */
    static Minimum search(Objective objective, List<double[]> starts) {
        Minimum best = MINIMISER.minimise(objective, starts.get(0));
        for (double[] start : starts.subList(1, starts.size())) {
            Minimum next = MINIMISER.minimise(objective, start);
            boolean better = next.value() < best.value() - 1e-12 || Double.isNaN(best.value());
            best = better ? next : best;
        }
        return best;
    }

    /** Searches, refines and judges. */
    static Fit estimate(Problem problem, List<double[]> starts) {
        return estimate(problem, problem.centred(), starts);
    }

    /** The same with something added to the objective, such as what is known beforehand. */
    static Fit estimate(Problem problem, Objective searched, List<double[]> starts) {
        Minimum found = search(searched, starts);
        if (!Double.isFinite(found.value())) {
            return without(problem, FitStatus.FAILED, NO_LIKELIHOOD);
        }
        SymmetricMatrix hessian = searched.hessian(found.at());
        Minimum fine = MINIMISER.polish(searched, found.at(), hessian, STEEPNESS_NONE);
        return judged(problem, fine.after(found.iterations()), hessian);
    }

    /** Searches from close by: with the curvature of a sample it takes a few passes over all data. */
    static Minimum search(Problem problem, Near near) {
        return MINIMISER.minimise(problem.centred(), problem.coordinates(near.parameters()), near.curvature());
    }

    /** Searches from close by and judges. */
    static Fit estimate(Problem problem, Near near) {
        Minimum found = search(problem, near);
        return Double.isFinite(found.value())
                ? judged(problem, found, problem.centred().hessian(found.at()))
                : without(problem, FitStatus.FAILED, NO_LIKELIHOOD);
    }

    /** A fit that has no parameters. */
    static Fit without(Problem problem, FitStatus status, String warning) {
        return new Fit(
                problem.model(),
                status,
                List.of(),
                List.of(),
                Optional.empty(),
                0,
                problem.customers(),
                problem.repeaters(),
                List.of(warning));
    }

    private static Fit judged(Problem problem, Minimum found, SymmetricMatrix hessian) {
        Optional<SymmetricMatrix> covariance =
                hessian.inverse().map(inverse -> inverse.times(1.0 / problem.customers()));
        FitStatus status = status(found, hessian, covariance);
        Optional<SymmetricMatrix> told = status == FitStatus.FAILED ? Optional.empty() : covariance;
        double[] parameters = problem.parameters(found.at());
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            estimates.add(estimate(problem, i, parameters[i], told));
        }
        double[] at = problem.coordinates(parameters);
        double value = problem.centred().value(at, new double[at.length]);
        return new Fit(
                problem.model(),
                status,
                estimates,
                told.map(SymmetricMatrix::rows).orElse(List.of()),
                Optional.of(Likelihood.of(-value * problem.customers(), parameters.length, problem.customers())),
                found.iterations(),
                problem.customers(),
                problem.repeaters(),
                warnings(status));
    }

    private static Estimate estimate(Problem problem, int i, double value, Optional<SymmetricMatrix> covariance) {
        double floor = problem.floors()[i];
        Optional<Uncertainty> uncertainty = covariance.map(matrix -> {
            double error = Math.sqrt(matrix.at(i, i));
            double factor = Math.exp(Math.min(NORMAL * error, 300));
            return new Uncertainty(
                    (value - floor) * error, floor + (value - floor) / factor, floor + (value - floor) * factor);
        });
        return new Estimate(problem.names().get(i), value, floor, uncertainty);
    }

    private static FitStatus status(Minimum found, SymmetricMatrix hessian, Optional<SymmetricMatrix> covariance) {
        boolean wall = false;
        boolean far = false;
        boolean loose = covariance.isEmpty();
        double[] at = found.at();
        for (int i = 0; i < at.length; i++) {
            wall |= MINIMISER.isOnWall(at[i]);
            far |= Math.abs(at[i]) > FAR;
            loose |= covariance.isPresent() && covariance.get().at(i, i) > LOOSE * LOOSE;
        }
        boolean flat = loose || hessian.conditionNumber() > CONDITION_LIMIT;
        if ((wall || far && flat) && found.steepness() <= STEEPNESS_FAR_OUT) {
            return FitStatus.BOUNDARY;
        }
        if (!(found.steepness() <= STEEPNESS_LIMIT)) {
            return FitStatus.FAILED;
        }
        return flat ? FitStatus.WEAK_IDENTIFICATION : FitStatus.CONVERGED;
    }

    private static List<String> warnings(FitStatus status) {
        return switch (status) {
            case BOUNDARY -> List.of(RUNS_AWAY);
            case WEAK_IDENTIFICATION -> List.of(HARDLY_TOLD_APART);
            case FAILED -> List.of(NO_MAXIMUM);
            case CONVERGED, INSUFFICIENT_DATA -> List.of();
        };
    }
}
