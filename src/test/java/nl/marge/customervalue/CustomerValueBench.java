package nl.marge.customervalue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import nl.marge.customervalue.fit.Estimate;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.FitStatus;
import nl.marge.customervalue.fit.PurchaseFits;
import nl.marge.customervalue.model.Horizon;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.model.PurchaseModel;
import nl.marge.customervalue.model.Scores;
import nl.marge.customervalue.purchase.PurchaseGroups;

/**
 * {@code bench/run clv}'s program: customers made by known BG/NBD parameters, watched for up to five years by day,
 * are grouped, fitted and scored on one thread; the fit must give the parameters back. It stands among the tests
 * because it needs the classes of the service and the customers of the tests, neither of which the bench has.
 */
final class CustomerValueBench {

    private static final double[] TRUTH = {0.6, 9, 0.8, 8};
    private static final int DAYS = 1826;
    private static final double STANDARD_ERRORS_LIMIT = 3;

    private CustomerValueBench() {}

    /** Arguments: how many customers, how many rounds, the seed. */
    public static void main(String[] arguments) {
        int customers = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        Runtime machine = Runtime.getRuntime();
        say(
                "%,d customers, 5 years by day, seed %d; %d processors, load %.1f, heap %d MB",
                customers,
                seed,
                machine.availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                machine.maxMemory() >> 20);
        PurchaseGroups groups = new SimulatedCustomers(seed, customers, DAYS).betaGeometric(TRUTH, false);
        say("%,d groups, %,d repeat purchases", groups.size(), groups.purchases());
        for (int round = 1; round <= rounds; round++) {
            say("Round %d", round);
            spent("grouping", () -> PurchaseGroups.together(List.of(groups)));
            Fit fit = spent("BG/NBD fit", () -> PurchaseFits.fit(ModelKind.BGNBD, groups));
            check(fit);
            PurchaseModel model = PurchaseFits.model(fit).orElseThrow();
            spent("scoring, 5 years", () -> new Scores(model, groups, 52, Horizon.ofWeeks(260, 0.1)));
            spent("scoring, for ever", () -> new Scores(model, groups, 52, Horizon.forEver(0.1)));
        }
        say("Beside it");
        spent("MBG/NBD fit", () -> PurchaseFits.fit(ModelKind.MBGNBD, groups));
        Fit pareto = spent("Pareto/NBD fit", () -> PurchaseFits.fit(ModelKind.PARETONBD, groups));
        say("  %s in %d iterations", pareto.status(), pareto.iterations());
        PurchaseFits.model(pareto)
                .ifPresent(model -> spent(
                        "Pareto/NBD scoring, for ever", () -> new Scores(model, groups, 52, Horizon.forEver(0.1))));
    }

    private static void check(Fit fit) {
        if (fit.status() != FitStatus.CONVERGED) {
            throw new IllegalStateException("The fit is " + fit);
        }
        for (int i = 0; i < TRUTH.length; i++) {
            Estimate estimate = fit.estimates().get(i);
            double error = estimate.uncertainty().orElseThrow().standardError();
            double off = (estimate.value() - TRUTH[i]) / error;
            say(
                    "  %-5s %9.5f, truth %4.1f, %+.2f standard errors off",
                    estimate.name(), estimate.value(), TRUTH[i], off);
            if (Math.abs(off) > STANDARD_ERRORS_LIMIT) {
                throw new IllegalStateException(estimate + " is too far from " + TRUTH[i]);
            }
        }
    }

    private static <T> T spent(String name, Supplier<T> question) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long startOfWork = threads.getCurrentThreadCpuTime();
        T answer = question.get();
        double work = (threads.getCurrentThreadCpuTime() - startOfWork) / 1e6;
        say("%-28s %,8.0f ms, of the processor %,8.0f ms", name, (System.nanoTime() - start) / 1e6, work);
        return answer;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
