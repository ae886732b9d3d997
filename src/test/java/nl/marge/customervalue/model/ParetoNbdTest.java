package nl.marge.customervalue.model;

import static nl.marge.customervalue.Close.asPrinted;
import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.marge.customervalue.CdNow;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

class ParetoNbdTest {

    /**
     * The comparison in Fader, Hardie and Lee 2005 (Marketing Science): .553 10.578 .606 11.669, with more digits.
     */
    private static final PurchaseModel CDNOW = ModelKind.PARETONBD.with(0.553277, 10.577684, 0.606240, 11.668743);

    /** The fit on 78 weeks in Fader, Hardie and Lee 2005 (JMR 42:415-430). */
    private static final PurchaseModel JMR = ModelKind.PARETONBD.with(0.5629966, 12.5590370, 0.4081095, 10.5148048);

    private static final Horizon EVER = new Horizon(Double.POSITIVE_INFINITY, 0.0027);

    /** BTYD walkthrough 2014; its parameters are of a slightly looser fit, which moves the fourth digit. */
    @Test
    void agreesWithTheWalkthroughOfBtyd() {
        asPrinted(
                "0.997874",
                ModelKind.PARETONBD.with(0.553, 10.578, 0.606, 11.669).probabilityAlive(26, 216 / 7.0, 31));
        assertEquals(25.4565, CDNOW.expectedPurchases(26, 216 / 7.0, 31, 52), 2e-3);
        assertEquals(25.4554, CDNOW.expectedPurchases(26, 216 / 7.0, 31, 52), 3e-4);
        asPrinted("1.4734", CDNOW.newCustomerPurchases(52));
        relatively(0.70623, CDNOW.expectedPurchases(10, 20, 39, 52), 1e-3);
        relatively(0.14424, CDNOW.expectedPurchases(15, 20, 39, 52), 1e-3);
        relatively(0.022507, CDNOW.expectedPurchases(20, 20, 39, 52), 1e-3);
        relatively(0.0030927, CDNOW.expectedPurchases(25, 20, 39, 52), 1e-3);
    }

    /** Fader, Hardie and Lee 2005 (JMR), their iso-value curves; the digits are clv.md's. */
    @Test
    void discountsForEver() {
        relatively(1.8641833280713527, JMR.discounted(7, 35, 77.86, EVER).purchases(), 1e-12);
        asPrinted("0.1007463", JMR.probabilityAlive(7, 35, 77.86));
        String[] curve = {
            "2.199155", "2.843534", "2.867128", "2.445410", "1.840502",
            "1.262416", "0.809618", "0.494804", "0.292025", "0.167928"
        };
        for (int x = 1; x <= curve.length; x++) {
            asPrinted(curve[x - 1], JMR.discounted(x, 30, 77.86, EVER).purchases());
        }
    }

    /** CLVTools issue 132, where CLVTools returns infinity. */
    @Test
    void discountsWhereBetaIsLarge() {
        PurchaseModel stress = ModelKind.PARETONBD.with(0.5329, 38.0598, 64.2792, 7721.5264);

        Horizon horizon = new Horizon(Double.POSITIVE_INFINITY, 0.0018);

        relatively(0.7225920346486, stress.discounted(3, 80, 145, horizon).purchases(), 1e-12);
    }

    /** CLVTools' tests, and the 78 weeks of JMR. */
    @Test
    void likelihoodOfCdNowIsThePublishedOne() {
        assertEquals(-9594.97618, CDNOW.logLikelihood(CdNow.until(CdNow.CALIBRATION)), 6e-6);
        assertEquals(
                -17135.8359,
                ModelKind.PARETONBD
                        .with(0.563004, 12.559170, 0.408107, 10.514548)
                        .logLikelihood(CdNow.until(CdNow.END)),
                6e-5);
    }

    /** The likelihood's integral (note 009), by brute force; alpha above, below and equal to beta. */
    @Test
    void probabilityAliveIsThatOfTheIntegralItself() {
        var integrator = new IterativeLegendreGaussIntegrator(20, 1e-13, 1e-15, 3, 400);
        for (double[] at : new double[][] {{0.5, 10, 0.6, 12}, {0.5, 12, 0.6, 10}, {2, 7, 3, 7}, {0.5, 38, 64, 7721}}) {
            PurchaseModel model = ModelKind.PARETONBD.with(at);
            for (int x : new int[] {1, 3, 30}) {
                double scale = Math.log(at[1] + 20) * (at[0] + x) + Math.log(at[3] + 20) * at[2];
                double left = integrator.integrate(
                        Integer.MAX_VALUE,
                        v -> at[2]
                                * Math.exp(
                                        scale - (at[0] + x) * Math.log(at[1] + v) - (at[2] + 1) * Math.log(at[3] + v)),
                        20,
                        60);
                double there = Math.exp(scale - (at[0] + x) * Math.log(at[1] + 60) - at[2] * Math.log(at[3] + 60));
                relatively(there / (there + left), model.probabilityAlive(x, 20, 60), 1e-11);
            }
        }
    }

    @Test
    void discountsOverAnyHorizonAsQuadratureOverTimeDoes() {
        var integrator = new IterativeLegendreGaussIntegrator(20, 1e-13, 1e-15, 3, 400);
        for (double delta : new double[] {0, 0.0005, 0.0027, 0.03}) {
            for (double weeks : new double[] {1 / 7.0, 52, 520}) {
                double alive = integrator.integrate(
                        Integer.MAX_VALUE,
                        u -> Math.exp(-delta * u) * Math.pow((10.5148048 + 40) / (10.5148048 + 40 + u), 0.4081095),
                        0,
                        weeks);

                Discounted found = JMR.discountedIfAlive(5, 40, new Horizon(weeks, delta));

                relatively(alive, found.aliveWeeks(), 1e-11);
                relatively(alive * (0.5629966 + 5) / (12.5590370 + 40), found.purchases(), 1e-11);
            }
        }
        relatively(
                JMR.purchasesIfAlive(5, 40, 52),
                JMR.discountedIfAlive(5, 40, new Horizon(52, 0)).purchases(),
                1e-13);
    }

    @Test
    void staysFiniteAtTheEdges() {
        for (double[] at : new double[][] {{0.001, 8000, 8000, 0.001}, {8000, 0.001, 0.001, 8000}, {1, 3, 1, 3}}) {
            PurchaseModel model = ModelKind.PARETONBD.with(at);
            for (int x : new int[] {1, 500}) {
                double alive = model.probabilityAlive(x, 0.14, 200);
                assertTrue(alive >= 0 && alive <= 1, () -> "alive " + alive);
                assertTrue(Double.isFinite(model.discountedIfAlive(x, 200, EVER).purchases()));
                assertTrue(Double.isFinite(model.purchasesIfAlive(x, 200, 52)));
            }
        }
        assertEquals(1, CDNOW.probabilityAlive(3, 20, 20));
        assertEquals(1, CDNOW.probabilityAlive(0, 0, 0));
    }
}
