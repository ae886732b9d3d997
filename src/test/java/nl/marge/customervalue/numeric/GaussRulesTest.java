package nl.marge.customervalue.numeric;

import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GaussRulesTest {

    @Test
    void legendreIsExactForPolynomials() {
        relatively(Math.pow(2, 128) / 128, GaussLegendre.OF_64.integrate(2, x -> Math.pow(x, 127)), 1e-12);
        relatively(Math.E - 1, GaussLegendre.OF_64.integrate(1, Math::exp), 1e-15);
    }

    @Test
    void jacobiHasTheMomentsOfBeta() {
        for (double a : new double[] {0.1, 0.79, 1, 3.5, 60}) {
            for (double b : new double[] {0.2, 1, 2.4, 30, 400}) {
                GaussJacobi rule = new GaussJacobi(a, b);
                double[] moments = new double[3];
                for (int k = 0; k < rule.size(); k++) {
                    for (int power = 0; power < 3; power++) {
                        moments[power] += rule.weight(k) * Math.pow(rule.node(k), power);
                    }
                }
                relatively(1, moments[0], 1e-12);
                relatively(a / (a + b), moments[1], 1e-11);
                relatively(a * (a + 1) / ((a + b) * (a + b + 1)), moments[2], 1e-11);
            }
        }
    }

    @Test
    void jacobiRefusesWhatIsNoBeta() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new GaussJacobi(0, 1));

        assertEquals("Beta(0.0, 1.0) needs two finite numbers above zero.", refusal.getMessage());
    }
}
