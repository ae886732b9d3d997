package nl.marge.customervalue.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.model.PurchaseModel;
import nl.marge.customervalue.numeric.Minimum;
import nl.marge.customervalue.numeric.Objective;
import nl.marge.customervalue.purchase.PurchaseGroups;

/** Estimates models of purchases without a contract. */
public final class PurchaseFits {

    /** Fewer customers tell nothing of four parameters. */
    public static final int CUSTOMERS_NEEDED = 100;

    /** Fewer customers who came back tell nothing of how they come back. */
    public static final int REPEATERS_NEEDED = 50;

    /** Above this a sample of as many says where to search, and all customers only have the last word. */
    private static final int SAMPLE = 20_000;

    /** And a sample of these from which start. */
    private static final int FIRST_SAMPLE = 2_000;

    /** Time is searched in units of a tenth of the longest age. */
    private static final double UNITS_IN_WINDOW = 10;

    private PurchaseFits() {}

    /**
     * The most likely parameters of {@code kind}, from several starts that are always the same.
     *
     * @return INSUFFICIENT_DATA, without parameters, below {@link #CUSTOMERS_NEEDED} or {@link #REPEATERS_NEEDED}
     */
    public static Fit fit(ModelKind kind, PurchaseGroups groups) {
        Problem problem = problem(kind, groups);
        Optional<String> lack = lack(groups);
        if (lack.isPresent()) {
            return Estimator.without(problem, FitStatus.INSUFFICIENT_DATA, lack.get());
        }
        return groups.customers() < 2 * SAMPLE
                ? Estimator.estimate(problem, starts(kind, groups, problem))
                : Estimator.estimate(problem, sampled(kind, groups, SAMPLE));
    }

    /** Where a sample of about so many customers has its maximum; a smaller sample says where to look for that. */
    private static Near sampled(ModelKind kind, PurchaseGroups groups, int size) {
        PurchaseGroups sample = groups.sample(groups.customers() / size);
        Problem problem = problem(kind, sample);
        Minimum found = size == SAMPLE
                ? Estimator.search(problem, sampled(kind, groups, FIRST_SAMPLE))
                : Estimator.search(problem.centred(), starts(kind, sample, problem));
        return new Near(problem.parameters(found.at()), problem.centred().hessian(found.at()));
    }

    /**
     * BG/NBD or MBG/NBD, whichever makes the data more likely: both have four parameters, so that no criterion is
     * needed between them.
     */
    public static Fit best(PurchaseGroups groups) {
        Fit plain = fit(ModelKind.BGNBD, groups);
        return plain.status() == FitStatus.INSUFFICIENT_DATA
                ? plain
                : best(List.of(plain, fit(ModelKind.MBGNBD, groups)));
    }

    /** The most likely of fits on the same data, those that are usable before those that are not. */
    public static Fit best(List<Fit> fits) {
        return byLikelihood(fits).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No fit is given. Give at least one."));
    }

    /** Fits on the same data, those that are usable before those that are not, and of either the most likely first. */
    public static List<Fit> byLikelihood(List<Fit> fits) {
        return fits.stream()
                .sorted(Comparator.comparing((Fit fit) -> fit.status().isUsable())
                        .thenComparing(Fit::logLikelihood)
                        .reversed())
                .toList();
    }

    /** The model of a fit made here; empty when its status is not usable. */
    public static Optional<PurchaseModel> model(Fit fit) {
        return fit.status().isUsable()
                ? Optional.of(ModelKind.valueOf(fit.model()).with(fit.parameters()))
                : Optional.empty();
    }

    /** The most likely parameters of few customers, given what {@code prior} says of customers of their kind. */
    static Fit shrunk(ModelKind kind, PurchaseGroups groups, Prior prior) {
        Problem problem = problem(kind, groups);
        double[] pooled = problem.coordinates(prior.parameters());
        Objective searched = prior.added(problem.centred(), pooled, groups.customers());
        return Estimator.estimate(problem, searched, List.of(pooled));
    }

    /** Why the data cannot carry a model of their own, and what to change; empty when they can. */
    static Optional<String> lack(PurchaseGroups groups) {
        if (groups.customers() < CUSTOMERS_NEEDED) {
            return Optional.of("There are " + groups.customers() + " customers, at least " + CUSTOMERS_NEEDED
                    + " are needed. Take a wider filter, or the fit of a larger group.");
        }
        if (groups.repeaters() < REPEATERS_NEEDED) {
            return Optional.of("Only " + groups.repeaters() + " customers came back, at least " + REPEATERS_NEEDED
                    + " are needed. Take a longer window, or the fit of a larger group.");
        }
        return Optional.empty();
    }

    private static Problem problem(ModelKind kind, PurchaseGroups groups) {
        double unit = Math.max(1, groups.ageMaximum()) * groups.stepWeeks() / UNITS_IN_WINDOW;
        double[] units = kind.parameterNames().stream()
                .mapToDouble(name -> isTime(name) ? unit : 1)
                .toArray();
        return new Problem(
                kind.name(),
                kind.parameterNames(),
                kind.objective(groups),
                new double[units.length],
                units,
                groups.customers(),
                groups.repeaters());
    }

    private static boolean isTime(String name) {
        return name.equals("alpha") || name.equals("beta");
    }

    /** A start in weeks that suits most shops, the same in units of the window, and one by the mean rate. */
    private static List<double[]> starts(ModelKind kind, PurchaseGroups groups, Problem problem) {
        boolean pareto = kind == ModelKind.PARETONBD;
        double[] usual = pareto ? new double[] {0.5, 15, 0.5, 10} : new double[] {1, 3, 1, 3};
        double unit = problem.units()[1];
        double weeks = 0;
        for (int group = 0; group < groups.size(); group++) {
            weeks += groups.count(group) * groups.age(group) * groups.stepWeeks();
        }
        double pause = weeks / Math.max(1, groups.purchases());
        List<double[]> starts = new ArrayList<>();
        starts.add(problem.coordinates(usual));
        starts.add(problem.coordinates(pareto ? new double[] {1, pause, 1, 10 * unit} : new double[] {1, pause, 1, 3}));
        starts.add(Arrays.stream(usual).map(value -> 0).toArray());
        return starts;
    }
}
