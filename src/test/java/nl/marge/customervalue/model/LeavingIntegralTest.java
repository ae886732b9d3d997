package nl.marge.customervalue.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.marge.customervalue.numeric.Hypergeometric;
import org.junit.jupiter.api.Test;

class LeavingIntegralTest {

    /** By the fraction alone, which is right but slow where near is small. */
    @Test
    void agreesWithTheFractionWhereItGoesByQuadrature() {
        for (double share : new double[] {9.9e-4, 1e-5, 1e-6}) {
            for (double a : new double[] {0.002, 0.7, 1.6, 40, 3000}) {
                for (double b : new double[] {0.3, 1.0001, 25, 2000}) {
                    double expected = (1 - a) * Math.log(share)
                            + Math.log(Hypergeometric.gauss(b, a + b, 1 - share))
                            - (a + b - 1) * Math.log(50);
                    if (a + b > 1) {
                        double actual = LeavingIntegral.logarithm(50 * share, 50, a, b);

                        assertEquals(
                                expected, actual, 3e-10 * Math.max(1, Math.abs(expected)), share + " " + a + " " + b);
                    }
                }
            }
        }
    }
}
