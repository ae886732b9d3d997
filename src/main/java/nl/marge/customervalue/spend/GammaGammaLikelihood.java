package nl.marge.customervalue.spend;

import java.util.HashMap;
import java.util.Map;
import nl.marge.customervalue.numeric.CompensatedSum;
import nl.marge.customervalue.numeric.Objective;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/** Note 025 of Fader and Hardie, eq. 1a. Gamma functions are computed once for each number of purchases. */
final class GammaGammaLikelihood implements Objective {

    private final SpendSample sample;

    GammaGammaLikelihood(SpendSample sample) {
        this.sample = sample;
    }

    /**
     * What depends on the number of purchases only: the constant of the likelihood, and of its slopes by p and by
     * q.
     */
    private record ByCount(double constant, double slopeP, double slopeQ) {

        static ByCount of(int x, double p, double q, double v) {
            double digamma = Digamma.value(p * x + q);
            return new ByCount(
                    LogGamma.value(p * x + q)
                            - LogGamma.value(p * x)
                            - LogGamma.value(q)
                            + q * Math.log(v)
                            + p * x * Math.log(x),
                    x * (digamma - Digamma.value(p * x) + Math.log(x)),
                    digamma - Digamma.value(q) + Math.log(v));
        }
    }

    @Override
    public double value(double[] at, double[] gradient) {
        double p = Math.exp(at[0]);
        double q = 1 + Math.exp(at[1]);
        double v = Math.exp(at[2]);
        Map<Integer, ByCount> byCount = new HashMap<>();
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum slopeP = new CompensatedSum();
        CompensatedSum slopeQ = new CompensatedSum();
        CompensatedSum slopeV = new CompensatedSum();
        for (int i = 0; i < sample.customers(); i++) {
            int x = sample.purchases(i);
            ByCount shared = byCount.computeIfAbsent(x, count -> ByCount.of(count, p, q, v));
            double logMean = Math.log(sample.mean(i));
            double all = x * sample.mean(i) + v;
            double logAll = Math.log(all);
            sum.add(shared.constant + (p * x - 1) * logMean - (p * x + q) * logAll);
            slopeP.add(shared.slopeP + x * (logMean - logAll));
            slopeQ.add(shared.slopeQ - logAll);
            slopeV.add(q / v - (p * x + q) / all);
        }
        double customers = Math.max(1, sample.customers());
        gradient[0] = -p * slopeP.value() / customers;
        gradient[1] = -(q - 1) * slopeQ.value() / customers;
        gradient[2] = -v * slopeV.value() / customers;
        return -sum.value() / customers;
    }
}
