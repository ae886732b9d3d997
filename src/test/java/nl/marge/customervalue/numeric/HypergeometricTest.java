package nl.marge.customervalue.numeric;

import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;

class HypergeometricTest {

    private static final DfpField FIFTY_DIGITS = new DfpField(50);

    /** Abramowitz and Stegun 15.1.3 and 15.1.8. */
    @Test
    void agreesWithLogarithmAndPower() {
        for (double z : new double[] {1e-9, 0.1, 0.5, 0.9, 0.99}) {
            relatively(-Math.log1p(-z) / z, Hypergeometric.gauss(1, 2, z), 2e-14);
            relatively(1 / (1 - z), Hypergeometric.gauss(3, 3, z), 2e-14);
        }
    }

    @Test
    void agreesWithSeriesInFiftyDigits() {
        for (double b : new double[] {0.1, 7, 400}) {
            for (double extra : new double[] {0.05, 2.5, 300}) {
                for (double z : new double[] {0, 1e-8, 0.3, 0.8, 0.95}) {
                    relatively(series(b, b + extra, z), Hypergeometric.gauss(b, b + extra, z), 5e-14);
                }
            }
        }
    }

    @Test
    void settlesCloseToOneWhereTheSeriesDoesNot() {
        assertTrue(Double.isFinite(Hypergeometric.gauss(0.6, 2.2, 1 - 1e-5)));
        relatively(2.2 - 1, Hypergeometric.gauss(0.6, 2.2, 1 - 1e-9) * (2.2 - 0.6 - 1), 1e-4);
    }

    @Test
    void refusesArgumentsOutsideOfItsRange() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Hypergeometric.gauss(1, 2, 1));

        assertEquals(
                "2F1(1, 1.0; 2.0; 1.0) is outside of b >= 0, c > 0, 0 <= z < 1. Give arguments within.",
                refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Hypergeometric.gauss(1, 0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Hypergeometric.gauss(-1, 2, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Hypergeometric.gauss(1, 2, Double.NaN));
    }

    private static double series(double b, double c, double z) {
        Dfp term = FIFTY_DIGITS.getOne();
        Dfp sum = FIFTY_DIGITS.getOne();
        Dfp argument = FIFTY_DIGITS.newDfp(z);
        for (int n = 0; term.toDouble() > 1e-25; n++) {
            term = term.multiply(FIFTY_DIGITS.newDfp(b).add(n))
                    .divide(FIFTY_DIGITS.newDfp(c).add(n))
                    .multiply(argument);
            sum = sum.add(term);
        }
        return sum.toDouble();
    }
}
