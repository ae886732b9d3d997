package nl.marge.customervalue.model;

import java.util.Arrays;
import java.util.BitSet;
import nl.marge.customervalue.numeric.CompensatedSum;
import nl.marge.customervalue.numeric.Objective;
import nl.marge.customervalue.purchase.PurchaseGroups;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Minus the mean log-likelihood of BG/NBD and MBG/NBD (note 027 of Fader and Hardie, eq. 1) with its gradient by
 * the logarithms of r, alpha, a, b. What depends on x is computed once a run, ln(alpha + t) once for each time that
 * occurs; a group costs one exponential and one logarithm. Runs are summed in order, without loss.
 */
final class BetaGeometricLikelihood implements Objective {

    private final PurchaseGroups groups;
    private final int firstExit;
    private final int[] steps;
    private final double[] logarithm;
    private final double[] inverse;
    private final CompensatedSum[] sums = new CompensatedSum[5];

    BetaGeometricLikelihood(PurchaseGroups groups, int firstExit) {
        this.groups = groups;
        this.firstExit = firstExit;
        BitSet occurring = new BitSet();
        for (int group = 0; group < groups.size(); group++) {
            occurring.set(groups.age(group));
            occurring.set(groups.recency(group));
        }
        steps = occurring.stream().toArray();
        logarithm = new double[groups.ageMaximum() + 1];
        inverse = new double[groups.ageMaximum() + 1];
    }

    @Override
    public double value(double[] at, double[] gradient) {
        double[] parameters = Arrays.stream(at).map(Math::exp).toArray();
        for (int step : steps) {
            double sum = parameters[1] + step * groups.stepWeeks();
            logarithm[step] = Math.log(sum);
            inverse[step] = 1 / sum;
        }
        Arrays.setAll(sums, i -> new CompensatedSum());
        for (int run = 0; run < groups.runs(); run++) {
            add(run, parameters);
        }
        double customers = Math.max(1, groups.customers());
        for (int i = 0; i < 4; i++) {
            gradient[i] = -sums[i + 1].value() * parameters[i] / customers;
        }
        return -sums[0].value() / customers;
    }

    /** The customers with equal repeats x: y is the number of occasions they had to leave. */
    private void add(int run, double[] parameters) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        int x = groups.repeats(groups.runStart(run));
        double y = x + 1.0 - firstExit;
        double[] mixed = mixed(run, r + x, y > 0 ? Math.log(a / (b + y - 1)) : Double.NEGATIVE_INFINITY);
        double n = mixed[0];
        double left = mixed[2];
        double both = Digamma.value(a + b) - Digamma.value(a + b + y);

        sums[0].add(n * (LogGamma.value(r + x) - LogGamma.value(r) + r * Math.log(alpha)));
        sums[0].add(n * (LogBeta.value(a, b + y) - LogBeta.value(a, b)));
        sums[0].add(mixed[1]);
        sums[1].add(n * (Digamma.value(r + x) - Digamma.value(r) + Math.log(alpha)) - mixed[3]);
        sums[2].add(n * r / alpha - (r + x) * mixed[4]);
        sums[3].add(n * both + left / a);
        sums[4].add(n * (both + Digamma.value(b + y) - Digamma.value(b)) - (y > 0 ? left / (b + y - 1) : 0));
    }

    /**
     * Sums over a run: customers, their log of (still there + left), their probability of having left, and the
     * means of ln(alpha + t) and 1 / (alpha + t) over both ends.
     */
    private double[] mixed(int run, double shape, double leaving) {
        double customers = 0;
        double likelihood = 0;
        double left = 0;
        double logarithms = 0;
        double inverses = 0;
        for (int group = groups.runStart(run); group < groups.runStart(run + 1); group++) {
            int age = groups.age(group);
            int recency = groups.recency(group);
            int n = groups.count(group);
            double lead = leaving + shape * (logarithm[age] - logarithm[recency]);
            double smaller = Math.exp(-Math.abs(lead));
            double pi = (lead > 0 ? 1 : smaller) / (1 + smaller);
            customers += n;
            likelihood += n * (Math.max(lead, 0) - shape * logarithm[age] + Math.log(1 + smaller));
            left += n * pi;
            logarithms += n * (logarithm[age] - pi * (logarithm[age] - logarithm[recency]));
            inverses += n * (inverse[age] - pi * (inverse[age] - inverse[recency]));
        }
        return new double[] {customers, likelihood, left, logarithms, inverses};
    }
}
