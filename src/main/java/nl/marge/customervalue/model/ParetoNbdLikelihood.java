package nl.marge.customervalue.model;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import nl.marge.customervalue.numeric.CompensatedSum;
import nl.marge.customervalue.purchase.PurchaseGroups;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Minus the mean log-likelihood of Pareto/NBD by the logarithms of r, alpha, s, beta (note 009 of Fader and
 * Hardie). The hypergeometric function is computed once for every pair of repeats and time that occurs, as last
 * purchase or as age.
 */
final class ParetoNbdLikelihood implements ToDoubleFunction<double[]> {

    private final PurchaseGroups groups;
    private final double[] tails;

    ParetoNbdLikelihood(PurchaseGroups groups) {
        this.groups = groups;
        tails = new double[groups.ageMaximum() + 1];
    }

    @Override
    public double applyAsDouble(double[] at) {
        double r = Math.exp(at[0]);
        double alpha = Math.exp(at[1]);
        double s = Math.exp(at[2]);
        double beta = Math.exp(at[3]);
        ParetoNbd model = new ParetoNbd(r, alpha, s, beta);
        CompensatedSum sum = new CompensatedSum();
        for (int run = 0; run < groups.runs(); run++) {
            int x = groups.repeats(groups.runStart(run));
            double shared = LogGamma.value(r + x) - LogGamma.value(r) + r * at[1] + s * at[3];
            Arrays.fill(tails, Double.NaN);
            for (int group = groups.runStart(run); group < groups.runStart(run + 1); group++) {
                sum.add(groups.count(group) * (shared + mixed(model, x, group)));
            }
        }
        return -sum.value() / Math.max(1, groups.customers());
    }

    private double mixed(ParetoNbd model, int repeats, int group) {
        int age = groups.age(group);
        int recency = groups.recency(group);
        double there = model.logThere(repeats, age * groups.stepWeeks());
        if (recency == age) {
            return there;
        }
        double left = model.logLeft(repeats, tail(model, repeats, recency), tail(model, repeats, age));
        return Math.max(there, left) + Math.log1p(Math.exp(-Math.abs(there - left)));
    }

    private double tail(ParetoNbd model, int repeats, int step) {
        if (Double.isNaN(tails[step])) {
            tails[step] = model.tail(repeats, step * groups.stepWeeks());
        }
        return tails[step];
    }
}
