package nl.marge.customervalue.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.ToDoubleFunction;
import nl.marge.customervalue.numeric.CompensatedSum;
import nl.marge.customervalue.purchase.PurchaseGroups;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Minus the mean log-likelihood of Pareto/NBD by the logarithms of r, alpha, s, beta (note 009 of Fader and
 * Hardie). Logarithms of time are computed once for each time that occurs, the integral over the time of leaving
 * once for every pair of repeats and time, as last purchase or as age.
 */
final class ParetoNbdLikelihood implements ToDoubleFunction<double[]> {

    private final PurchaseGroups groups;
    private final int[] steps;
    private final double[] logAlpha;
    private final double[] logBeta;
    private final double[] tails;

    ParetoNbdLikelihood(PurchaseGroups groups) {
        this.groups = groups;
        BitSet occurring = new BitSet();
        for (int group = 0; group < groups.size(); group++) {
            occurring.set(groups.age(group));
            occurring.set(groups.recency(group));
        }
        steps = occurring.stream().toArray();
        logAlpha = new double[groups.ageMaximum() + 1];
        logBeta = new double[groups.ageMaximum() + 1];
        tails = new double[groups.ageMaximum() + 1];
    }

    @Override
    public double applyAsDouble(double[] at) {
        double r = Math.exp(at[0]);
        double alpha = Math.exp(at[1]);
        double s = Math.exp(at[2]);
        double beta = Math.exp(at[3]);
        for (int step : steps) {
            logAlpha[step] = Math.log(alpha + step * groups.stepWeeks());
            logBeta[step] = Math.log(beta + step * groups.stepWeeks());
        }
        ParetoNbd model = new ParetoNbd(r, alpha, s, beta);
        CompensatedSum sum = new CompensatedSum();
        for (int run = 0; run < groups.runs(); run++) {
            int x = groups.repeats(groups.runStart(run));
            double shared = LogGamma.value(r + x) - LogGamma.value(r) + r * at[1] + s * at[3];
            Arrays.fill(tails, Double.NaN);
            for (int group = groups.runStart(run); group < groups.runStart(run + 1); group++) {
                int age = groups.age(group);
                double there = -(r + x) * logAlpha[age] - s * logBeta[age];
                sum.add(groups.count(group) * (shared + mixed(model, x, group, there)));
            }
        }
        return -sum.value() / Math.max(1, groups.customers());
    }

    /** The logarithm of (still there + left). */
    private double mixed(ParetoNbd model, int repeats, int group, double there) {
        int age = groups.age(group);
        int recency = groups.recency(group);
        if (recency == age) {
            return there;
        }
        double left = model.logLeft(repeats, tail(model, repeats, recency), tail(model, repeats, age));
        return Math.max(there, left) + Math.log(1 + Math.exp(-Math.abs(there - left)));
    }

    private double tail(ParetoNbd model, int repeats, int step) {
        if (Double.isNaN(tails[step])) {
            tails[step] = model.tail(repeats, step * groups.stepWeeks());
        }
        return tails[step];
    }
}
