package nl.marge.customervalue.holdout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.marge.customervalue.model.PurchaseModel;
import nl.marge.customervalue.purchase.PurchaseGroups;

/**
 * What a model expected of a time it had not seen, and what happened.
 *
 * @param weeks how long
 * @param customers how many
 * @param expected purchases of all, by the model
 * @param actual purchases of all
 * @param biasPercent expected over actual, less 100 %; empty when nobody bought anything
 * @param meanAbsoluteError a customer
 * @param rootMeanSquareError a customer
 * @param correlation of expected and actual over customers; empty when either is the same for all
 * @param bins by repeats before
 * @param deciles by what was expected; ten, the first the best
 */
public record HoldoutReport(
        double weeks,
        int customers,
        double expected,
        long actual,
        Optional<Double> biasPercent,
        double meanAbsoluteError,
        double rootMeanSquareError,
        Optional<Double> correlation,
        List<FrequencyBin> bins,
        List<Decile> deciles) {

    /** Customers with as many repeats or more share a bin. */
    private static final int LAST_BIN = 7;

    private static final int DECILES = 10;

    /** Errors closer than this part of them are the same. */
    private static final double ALIKE = 0.9999;

    public HoldoutReport {
        bins = List.copyOf(bins);
        deciles = List.copyOf(deciles);
    }

    /**
     * Compares.
     *
     * @param groups the customers as they were known at the end of the time the model was fitted on
     * @param actual the purchase days of each customer in the {@code weeks} after, by the customer's number
     * @throws IllegalArgumentException when there is not one count a customer, or one is negative
     */
    public static HoldoutReport of(PurchaseModel model, PurchaseGroups groups, int[] actual, double weeks) {
        if (actual.length != groups.customers()) {
            throw new IllegalArgumentException("There are " + actual.length + " counts of purchases for "
                    + groups.customers() + " customers. Give one each.");
        }
        if (IntStream.of(actual).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("A count of purchases is negative. Give zero or more.");
        }
        double[] byGroup = expected(model, groups, weeks);
        double[] expected = IntStream.range(0, actual.length)
                .mapToDouble(customer -> byGroup[groups.groupOf(customer)])
                .toArray();
        PairedSums sums = PairedSums.of(expected, actual);
        return new HoldoutReport(
                weeks,
                actual.length,
                sums.expected(),
                sums.actual(),
                sums.biasPercent(),
                sums.meanAbsoluteError(),
                sums.rootMeanSquareError(),
                sums.correlation(),
                bins(groups, expected, actual),
                deciles(expected, actual));
    }

    /** The model that erred least, of those that were tried on the same time; of those that erred alike the first. */
    public static <T> T best(List<T> models, List<HoldoutReport> reports) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("No report is given. Give one for each model.");
        }
        int best = 0;
        for (int i = 1; i < reports.size(); i++) {
            boolean better = reports.get(i).rootMeanSquareError < reports.get(best).rootMeanSquareError * ALIKE;
            best = better ? i : best;
        }
        return models.get(best);
    }

    private static double[] expected(PurchaseModel model, PurchaseGroups groups, double weeks) {
        double[] expected = new double[groups.size()];
        double step = groups.stepWeeks();
        double ifAlive = 0;
        for (int group = 0; group < groups.size(); group++) {
            int repeats = groups.repeats(group);
            int age = groups.age(group);
            if (group == 0 || repeats != groups.repeats(group - 1) || age != groups.age(group - 1)) {
                ifAlive = model.purchasesIfAlive(repeats, age * step, weeks);
            }
            expected[group] = ifAlive * model.probabilityAlive(repeats, groups.recency(group) * step, age * step);
        }
        return expected;
    }

    private static List<FrequencyBin> bins(PurchaseGroups groups, double[] expected, int[] actual) {
        int[] customers = new int[LAST_BIN + 1];
        double[] sums = new double[LAST_BIN + 1];
        long[] counts = new long[LAST_BIN + 1];
        for (int customer = 0; customer < actual.length; customer++) {
            int bin = Math.min(LAST_BIN, groups.repeats(groups.groupOf(customer)));
            customers[bin]++;
            sums[bin] += expected[customer];
            counts[bin] += actual[customer];
        }
        List<FrequencyBin> bins = new ArrayList<>();
        for (int bin = 0; bin <= LAST_BIN; bin++) {
            double size = Math.max(1, customers[bin]);
            bins.add(new FrequencyBin(bin, customers[bin], sums[bin] / size, counts[bin] / size));
        }
        return bins;
    }

    private static List<Decile> deciles(double[] expected, int[] actual) {
        List<Integer> ranked = IntStream.range(0, actual.length)
                .boxed()
                .sorted(Comparator.comparing((Integer customer) -> -expected[customer]))
                .toList();
        double mean = IntStream.of(actual).asLongStream().sum() / Math.max(1.0, actual.length);
        List<Decile> deciles = new ArrayList<>();
        for (int decile = 0; decile < DECILES; decile++) {
            List<Integer> members = ranked.subList(
                    (int) ((long) decile * actual.length / DECILES), (int) ((decile + 1L) * actual.length / DECILES));
            long sum = members.stream().mapToLong(customer -> actual[customer]).sum();
            double promised =
                    members.stream().mapToDouble(customer -> expected[customer]).sum();
            Optional<Double> lift =
                    mean > 0 && !members.isEmpty() ? Optional.of(sum / mean / members.size()) : Optional.empty();
            deciles.add(new Decile(members.size(), promised, sum, lift));
        }
        return deciles;
    }
}
