package nl.marge.customervalue.fit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.marge.customervalue.fit.SegmentFit.Origin;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.purchase.PurchaseGroups;

/**
 * One model for every segment. Segments that can carry it have parameters of their own; the others are drawn
 * towards those of all customers, as far as the larger segments say that segments are alike (the maximum of the
 * posterior under a normal prior of the logarithms).
 *
 * @param pooled the fit of all customers
 * @param bySegment the fit of each segment, by its name
 * @param test whether segments differ; empty with fewer than two of their own
 */
public record SegmentFits(Fit pooled, SortedMap<String, SegmentFit> bySegment, Optional<LikelihoodRatio> test) {

    /** Between how many segments a variance says something. */
    private static final int SEGMENTS_NEEDED = 3;

    /** Without enough segments: parameters of segments differ by a factor of 1.65 (e^0.5) as a rule. */
    private static final double VARIANCE_ASSUMED = 0.25;

    /** However alike segments look, they may differ by 10 %. */
    private static final double VARIANCE_LEAST = 0.01;

    public SegmentFits {
        requireNonNull(pooled, "pooled");
        requireNonNull(test, "test");
        bySegment = Collections.unmodifiableSortedMap(new TreeMap<>(bySegment));
    }

    /**
     * Fits {@code kind} to each segment.
     *
     * @throws IllegalArgumentException when there is no segment, or they count in different steps
     */
    public static SegmentFits of(ModelKind kind, SortedMap<String, PurchaseGroups> segments) {
        Fit pooled = PurchaseFits.fit(kind, PurchaseGroups.together(segments.values()));
        SortedMap<String, SegmentFit> fits = new TreeMap<>();
        if (!pooled.status().isUsable()) {
            segments.keySet().forEach(name -> fits.put(name, new SegmentFit(pooled, Origin.POOLED)));
            return new SegmentFits(pooled, fits, Optional.empty());
        }
        SortedMap<String, Fit> own = own(kind, segments);
        Prior prior = new Prior(
                pooled,
                variances(List.copyOf(own.values()), kind.parameterNames().size()));
        segments.forEach((name, groups) -> fits.put(
                name, own.containsKey(name) ? new SegmentFit(own.get(name), Origin.OWN) : small(kind, groups, prior)));
        return new SegmentFits(pooled, fits, test(kind, segments, own));
    }

    private static SortedMap<String, Fit> own(ModelKind kind, Map<String, PurchaseGroups> segments) {
        SortedMap<String, Fit> own = new TreeMap<>();
        segments.forEach((name, groups) -> {
            Fit fit = PurchaseFits.fit(kind, groups);
            if (fit.status() == FitStatus.CONVERGED || fit.status() == FitStatus.BOUNDARY) {
                own.put(name, fit);
            }
        });
        return own;
    }

    private static SegmentFit small(ModelKind kind, PurchaseGroups groups, Prior prior) {
        if (groups.customers() == 0) {
            return new SegmentFit(prior.pooled(), Origin.POOLED);
        }
        Fit shrunk = PurchaseFits.shrunk(kind, groups, prior);
        String why = PurchaseFits.lack(groups).orElse("The segment's own customers do not tell its parameters apart.");
        return shrunk.status().isUsable()
                ? new SegmentFit(shrunk.withWarning("Drawn towards all customers: " + why), Origin.SHRUNK)
                : new SegmentFit(prior.pooled(), Origin.POOLED);
    }

    /** How much the parameters of converged segments differ beyond what their errors explain. */
    private static List<Double> variances(List<Fit> fits, int parameters) {
        List<Fit> told =
                fits.stream().filter(fit -> fit.status() == FitStatus.CONVERGED).toList();
        List<Double> variances = new ArrayList<>();
        for (int i = 0; i < parameters; i++) {
            variances.add(told.size() < SEGMENTS_NEEDED ? VARIANCE_ASSUMED : variance(told, i));
        }
        return variances;
    }

    private static double variance(List<Fit> fits, int i) {
        double mean = fits.stream()
                .mapToDouble(fit -> Math.log(fit.parameters()[i]))
                .average()
                .orElse(0);
        double spread = 0;
        double errors = 0;
        for (Fit fit : fits) {
            spread += Math.pow(Math.log(fit.parameters()[i]) - mean, 2) / (fits.size() - 1);
            errors += fit.covariance().orElseThrow().at(i, i) / fits.size();
        }
        return Math.max(VARIANCE_LEAST, spread - errors);
    }

    private static Optional<LikelihoodRatio> test(
            ModelKind kind, Map<String, PurchaseGroups> segments, Map<String, Fit> own) {
        if (own.size() < 2) {
            return Optional.empty();
        }
        List<PurchaseGroups> tested = own.keySet().stream().map(segments::get).toList();
        Fit together = PurchaseFits.fit(kind, PurchaseGroups.together(tested));
        double separate = own.values().stream().mapToDouble(Fit::logLikelihood).sum();
        int degrees = kind.parameterNames().size() * (own.size() - 1);
        return together.status().isUsable()
                ? Optional.of(LikelihoodRatio.of(separate, together.logLikelihood(), degrees))
                : Optional.empty();
    }
}
