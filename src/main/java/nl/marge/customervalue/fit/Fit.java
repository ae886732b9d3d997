package nl.marge.customervalue.fit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.numeric.SymmetricMatrix;

/**
 * A model estimated from data. Immutable, and made of numbers and words only, so that it can be kept and read back.
 *
 * @param model which: a {@link nl.marge.customervalue.model.ModelKind}, {@code SBG} or {@code GAMMA_GAMMA}
 * @param estimates the parameters in the model's order; empty when there are none to give
 * @param logCovariance the covariance of ln(value - floor) of the parameters, row by row; empty when not known
 * @param likelihood empty when there are no parameters
 * @param iterations steps of the search that led here
 * @param customers how many the data are of
 * @param repeaters how many of them came back
 * @param warnings what to know or to change, in sentences; empty when there is nothing
 */
public record Fit(
        String model,
        FitStatus status,
        List<Estimate> estimates,
        List<Double> logCovariance,
        Optional<Likelihood> likelihood,
        int iterations,
        int customers,
        int repeaters,
        List<String> warnings) {

    /** @throws IllegalArgumentException when the covariance is not as large as there are parameters, or not empty */
    public Fit {
        requireNonNull(model, "model");
        requireNonNull(status, "status");
        requireNonNull(likelihood, "likelihood");
        estimates = List.copyOf(estimates);
        logCovariance = List.copyOf(logCovariance);
        warnings = List.copyOf(warnings);
        if (!logCovariance.isEmpty() && logCovariance.size() != estimates.size() * estimates.size()) {
            throw new IllegalArgumentException(
                    logCovariance.size() + " covariances do not belong to " + estimates.size() + " parameters.");
        }
    }

    /** The parameters' values in order; empty when there are none. */
    public double[] parameters() {
        return estimates.stream().mapToDouble(Estimate::value).toArray();
    }

    /** The covariance of ln(value - floor) as a matrix. */
    public Optional<SymmetricMatrix> covariance() {
        return logCovariance.isEmpty() ? Optional.empty() : Optional.of(SymmetricMatrix.ofRows(logCovariance));
    }

    /** The log-likelihood; very low when there is none, so that any fit beats none. */
    double logLikelihood() {
        return likelihood.map(Likelihood::logarithm).orElse(-Double.MAX_VALUE);
    }

    Fit withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Fit(model, status, estimates, logCovariance, likelihood, iterations, customers, repeaters, more);
    }
}
