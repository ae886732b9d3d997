package nl.marge.customervalue.holdout;

import java.util.Optional;
import nl.marge.customervalue.numeric.CompensatedSum;

/** Sums over customers of what was expected and what happened. */
record PairedSums(
        int customers,
        double expected,
        long actual,
        double absolute,
        double square,
        double together,
        double ofExpected,
        double ofActual) {

    static PairedSums of(double[] expected, int[] actual) {
        CompensatedSum promised = new CompensatedSum();
        long counted = 0;
        for (int i = 0; i < actual.length; i++) {
            promised.add(expected[i]);
            counted += actual[i];
        }
        CompensatedSum[] sums = new CompensatedSum[5];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new CompensatedSum();
        }
        double size = Math.max(1, actual.length);
        for (int i = 0; i < actual.length; i++) {
            double error = expected[i] - actual[i];
            double left = expected[i] - promised.value() / size;
            double right = actual[i] - counted / size;
            sums[0].add(Math.abs(error));
            sums[1].add(error * error);
            sums[2].add(left * right);
            sums[3].add(left * left);
            sums[4].add(right * right);
        }
        return new PairedSums(
                actual.length,
                promised.value(),
                counted,
                sums[0].value(),
                sums[1].value(),
                sums[2].value(),
                sums[3].value(),
                sums[4].value());
    }

    Optional<Double> biasPercent() {
        return actual == 0 ? Optional.empty() : Optional.of(100 * (expected - actual) / actual);
    }

    double meanAbsoluteError() {
        return absolute / Math.max(1, customers);
    }

    double rootMeanSquareError() {
        return Math.sqrt(square / Math.max(1, customers));
    }

    /** What rounding leaves of equal expectations is no spread. */
    Optional<Double> correlation() {
        boolean spread = ofExpected > 1e-20 * expected * expected && ofActual > 0;
        return spread ? Optional.of(together / Math.sqrt(ofExpected * ofActual)) : Optional.empty();
    }
}
