package nl.marge.customervalue.fit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.marge.customervalue.fit.SegmentFit.Origin;
import nl.marge.customervalue.model.CohortLosses;
import nl.marge.customervalue.model.ShiftedBetaGeometric;

/** Estimates the model of contracts from what cohorts lost. */
public final class RenewalFits {

    /** The name of its fits. */
    public static final String MODEL = "SBG";

    private static final int LOST_NEEDED = 10;

    private RenewalFits() {}

    /**
     * The most likely alpha and beta of all cohorts together.
     *
     * @return INSUFFICIENT_DATA, without parameters, with too few customers, no renewal, too few or no losses
     */
    public static Fit fit(CohortLosses losses) {
        Problem problem = new Problem(
                MODEL,
                List.of("alpha", "beta"),
                ShiftedBetaGeometric.objective(losses),
                new double[2],
                new double[] {1, 1},
                losses.customers(),
                losses.renewed());
        return lack(losses)
                .map(lack -> Estimator.without(problem, FitStatus.INSUFFICIENT_DATA, lack))
                .orElseGet(() -> Estimator.estimate(problem, starts(losses)));
    }

    /**
     * A model for each segment that can carry one; the others have that of all customers, with the reason.
     *
     * @param pooled the fit of all customers
     * @param segments what each lost, by its name
     */
    public static SegmentFits bySegment(Fit pooled, SortedMap<String, CohortLosses> segments) {
        SortedMap<String, SegmentFit> fits = new TreeMap<>();
        SortedMap<String, Fit> own = new TreeMap<>();
        segments.forEach((name, losses) -> {
            Fit fit = pooled.status().isUsable() ? fit(losses) : pooled;
            boolean carries = pooled.status().isUsable()
                    && (fit.status() == FitStatus.CONVERGED || fit.status() == FitStatus.BOUNDARY);
            if (carries) {
                own.put(name, fit);
            }
            fits.put(name, carries ? new SegmentFit(fit, Origin.OWN) : pooled(pooled, fit));
        });
        return new SegmentFits(pooled, fits, test(segments, own));
    }

    private static SegmentFit pooled(Fit pooled, Fit tried) {
        return pooled.status().isUsable()
                ? new SegmentFit(
                        pooled.withWarning("By the model of all customers: " + String.join(" ", tried.warnings())),
                        Origin.POOLED)
                : new SegmentFit(pooled, Origin.POOLED);
    }

    private static Optional<LikelihoodRatio> test(Map<String, CohortLosses> segments, Map<String, Fit> own) {
        if (own.size() < 2) {
            return Optional.empty();
        }
        Fit together = fit(new CohortLosses(own.keySet().stream()
                .flatMap(name -> segments.get(name).survivors().stream())
                .toList()));
        double separate = own.values().stream().mapToDouble(Fit::logLikelihood).sum();
        return together.status().isUsable()
                ? Optional.of(LikelihoodRatio.of(separate, together.logLikelihood(), 2 * (own.size() - 1)))
                : Optional.empty();
    }

    /** A fit without parameters where there are no losses to learn from, because of {@code why}. */
    public static Fit without(String why) {
        return new Fit(
                MODEL, FitStatus.INSUFFICIENT_DATA, List.of(), List.of(), Optional.empty(), 0, 0, 0, List.of(why));
    }

    /** The model of a fit made here; empty when its status is not usable. */
    public static Optional<ShiftedBetaGeometric> model(Fit fit) {
        double[] parameters = fit.parameters();
        return fit.status().isUsable()
                ? Optional.of(new ShiftedBetaGeometric(parameters[0], parameters[1]))
                : Optional.empty();
    }

    private static Optional<String> lack(CohortLosses losses) {
        long watched = losses.survivors().stream()
                .mapToInt(cohort -> cohort.size() - 1)
                .max()
                .orElse(0);
        if (losses.customers() < PurchaseFits.CUSTOMERS_NEEDED) {
            return Optional.of("There are " + losses.customers() + " customers, at least "
                    + PurchaseFits.CUSTOMERS_NEEDED + " are needed. Take a wider filter.");
        }
        if (watched < 2) {
            return Optional.of("No cohort was watched over two renewals: nothing tells whether retention rises. Take a"
                    + " longer window.");
        }
        if (losses.lost() < LOST_NEEDED) {
            return Optional.of("Only " + losses.lost() + " customers left, at least " + LOST_NEEDED
                    + " are needed. Take a longer window, or a fixed retention.");
        }
        return Optional.empty();
    }

    /** One as in the paper, and one of equal customers who leave as often as these. */
    private static List<double[]> starts(CohortLosses losses) {
        double share = Math.max(0.01, Math.min(0.99, (double) losses.renewed() / losses.customers()));
        return List.of(new double[] {0, 0}, new double[] {Math.log(2 * (1 - share)), Math.log(2 * share)});
    }
}
