package nl.marge.customervalue.model;

import java.util.List;
import nl.marge.customervalue.numeric.CompensatedSum;
import nl.marge.customervalue.numeric.Objective;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;

/** Fader and Hardie 2007, appendix B; note 017 for several cohorts, whose terms just add up. */
final class ShiftedBetaGeometricLikelihood implements Objective {

    private final List<Integer> lost;
    private final List<Integer> there;
    private final double customers;

    private double alpha;
    private double beta;
    private CompensatedSum likelihood;
    private double byAlpha;
    private double byBeta;

    ShiftedBetaGeometricLikelihood(CohortLosses losses) {
        lost = losses.lostByRenewal();
        there = losses.stillThereByRenewals();
        customers = Math.max(1, losses.customers());
    }

    @Override
    public double value(double[] at, double[] gradient) {
        alpha = Math.exp(at[0]);
        beta = Math.exp(at[1]);
        likelihood = new CompensatedSum();
        byAlpha = 0;
        byBeta = 0;
        for (int renewal = 1; renewal < lost.size(); renewal++) {
            add(lost.get(renewal), 1, renewal - 1);
        }
        for (int renewals = 0; renewals < there.size(); renewals++) {
            add(there.get(renewals), 0, renewals);
        }
        gradient[0] = -alpha * byAlpha / customers;
        gradient[1] = -beta * byBeta / customers;
        return -likelihood.value() / customers;
    }

    /** Adds {@code count} times ln B(alpha + left, beta + stayed) - ln B(alpha, beta). */
    private void add(int count, int left, int stayed) {
        if (count == 0) {
            return;
        }
        double all = Digamma.value(alpha + beta) - Digamma.value(alpha + beta + left + stayed);
        likelihood.add(count * (LogBeta.value(alpha + left, beta + stayed) - LogBeta.value(alpha, beta)));
        byAlpha += count * (Digamma.value(alpha + left) - Digamma.value(alpha) + all);
        byBeta += count * (Digamma.value(beta + stayed) - Digamma.value(beta) + all);
    }
}
