package nl.marge.customervalue.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.marge.customervalue.spend.GammaGamma;
import nl.marge.customervalue.spend.SpendSample;

/** Estimates the gamma-gamma model of spend. */
public final class SpendFits {

    /** The name of its fits. */
    public static final String MODEL = "GAMMA_GAMMA";

    private static final double CORRELATION_LIMIT = 0.3;

    /**
     * p, q - 1 and v in units of the mean spend: one customer's purchases differing more, or less, than customers.
     */
    private static final List<double[]> STARTS =
            List.of(new double[] {1, 1, -0.5}, new double[] {0, 0, 0}, new double[] {3, 1, -2});

    private static final String DEPENDENT = "Spend and number of purchases have a correlation of %.2f; gamma-gamma"
            + " takes it to be 0, and beyond 0.3 either way it errs. Take CREDIBILITY_MARGIN, or fit by segment.";

    private SpendFits() {}

    /**
     * The most likely p, q and v; q is above 1, so that there is a mean.
     *
     * @return INSUFFICIENT_DATA, without parameters, with too few customers or when all spend the same: then the
     *     plain mean says all. A warning when spend depends on the number of purchases
     */
    public static Fit fit(SpendSample sample) {
        double unit = sample.customers() == 0 ? 1 : sample.meanOfMeans();
        Problem problem = new Problem(
                MODEL,
                List.of("p", "q", "v"),
                GammaGamma.objective(sample),
                new double[] {0, 1, 0},
                new double[] {1, 1, unit},
                sample.customers(),
                sample.repeaters());
        return lack(sample)
                .map(lack -> Estimator.without(problem, FitStatus.INSUFFICIENT_DATA, lack))
                .orElseGet(() -> warned(Estimator.estimate(problem, STARTS), sample));
    }

    /** The model of a fit made here; empty when its status is not usable. */
    public static Optional<GammaGamma> model(Fit fit) {
        double[] parameters = fit.parameters();
        return fit.status().isUsable()
                ? Optional.of(new GammaGamma(parameters[0], parameters[1], parameters[2]))
                : Optional.empty();
    }

    private static Optional<String> lack(SpendSample sample) {
        if (sample.repeaters() < PurchaseFits.REPEATERS_NEEDED) {
            return Optional.of("Only " + sample.repeaters() + " customers have two purchases or more, at least "
                    + PurchaseFits.REPEATERS_NEEDED
                    + " are needed. Take a longer window, or CREDIBILITY_MARGIN as the model of value.");
        }
        if (sample.isAllTheSame()) {
            return Optional.of(
                    "All customers spend the same. Take their mean, or CREDIBILITY_MARGIN as the model of" + " value.");
        }
        return Optional.empty();
    }

    private static Fit warned(Fit fit, SpendSample sample) {
        double correlation = sample.correlation();
        return Math.abs(correlation) <= CORRELATION_LIMIT
                ? fit
                : fit.withWarning(String.format(Locale.ROOT, DEPENDENT, correlation));
    }
}
