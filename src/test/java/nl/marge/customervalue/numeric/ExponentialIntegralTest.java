package nl.marge.customervalue.numeric;

import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

class ExponentialIntegralTest {

    /** The values by mpmath with 50 digits. */
    @Test
    void agreesWithValuesOfHighPrecision() {
        relatively(2.5025706318376497, ExponentialIntegral.scaled(0.41, 0.238), 1e-12);
        relatively(1.4933487469322395, ExponentialIntegral.scaled(1, 0.2), 1e-12);
        relatively(0.6554519048350899, ExponentialIntegral.scaled(2.5, 0.01), 1e-12);
        relatively(0.011972944951698894, ExponentialIntegral.scaled(64.28, 20), 1e-12);
    }

    @Test
    void agreesWithQuadratureOfHipparchus() {
        var integrator = new IterativeLegendreGaussIntegrator(20, 1e-13, 1e-15, 3, 4000);
        for (double s : new double[] {0.05, 0.4, 1, 3.7, 64, 300}) {
            for (double z : new double[] {0.001, 0.049, 0.05, 0.3, 2, 40}) {
                double end = Math.log1p(60 / z);
                double expected = integrator.integrate(
                        Integer.MAX_VALUE, w -> Math.exp(-z * Math.expm1(w) - (s - 1) * w), 0, end);
                relatively(expected, ExponentialIntegral.scaled(s, z), 2e-11);
            }
        }
    }

    @Test
    void givesPairThatEachOfThemConfirms() {
        double[] pair = new double[2];
        for (double s : new double[] {0.2, 1, 5, 80, 400}) {
            for (double z : new double[] {0.01, 0.3, 1, 30, 500}) {
                ExponentialIntegral.scaledPair(s, z, pair);

                relatively(ExponentialIntegral.scaled(s, z), pair[0], 1e-11);
                relatively(ExponentialIntegral.scaled(s + 1, z), pair[1], 1e-11);
            }
        }
    }

    @Test
    void refusesWhatHasNoFiniteValue() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ExponentialIntegral.scaled(1, 0));

        assertEquals(
                "K(1.0, 0.0) needs two finite numbers of more than zero: give a rate above zero.",
                refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> ExponentialIntegral.scaled(Double.NaN, 1));
    }
}
