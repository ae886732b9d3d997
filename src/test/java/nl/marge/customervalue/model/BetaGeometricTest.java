package nl.marge.customervalue.model;

import static nl.marge.customervalue.Close.asPrinted;
import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.marge.customervalue.CdNow;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

class BetaGeometricTest {

    /** Table 2 of Fader, Hardie and Lee 2005 (Marketing Science 24:275-284). */
    private static final PurchaseModel TABLE = ModelKind.BGNBD.with(0.243, 4.414, 0.793, 2.426);

    /** The parameters of the BTYD walkthrough (Dziurzynski, Wadsworth and McCarthy 2014), chapter BG/NBD. */
    private static final PurchaseModel BTYD = ModelKind.BGNBD.with(0.2425967, 4.413659, 0.7929869, 2.426164);

    private static final PurchaseModel MBG = ModelKind.MBGNBD.with(0.524838, 6.182992, 0.891356, 1.613999);

    @Test
    void expectsWhatThePaperExpectsOfItsFirstCustomer() {
        asPrinted("1.226", TABLE.expectedPurchases(2, 30.43, 38.86, 39));
        asPrinted("1.22603", TABLE.expectedPurchases(2, 30.43, 38.86, 39));
        asPrinted("0.726579", TABLE.probabilityAlive(2, 30.43, 38.86));
        asPrinted(
                "1.22591",
                ModelKind.BGNBD.with(0.2425945, 4.4136019, 0.7929199, 2.425906).expectedPurchases(2, 30.43, 38.86, 39));
    }

    /** BTYD walkthrough 2014. */
    @Test
    void agreesWithTheWalkthroughOfBtyd() {
        asPrinted("1.444004", BTYD.newCustomerPurchases(52));
        asPrinted("25.75659", BTYD.expectedPurchases(26, 216 / 7.0, 31, 52));
        asPrinted("0.9688523", BTYD.probabilityAlive(26, 216 / 7.0, 31));
        asPrinted("0.3474606", BTYD.expectedPurchases(10, 20, 39, 52));
        asPrinted("0.04283391", BTYD.expectedPurchases(15, 20, 39, 52));
        asPrinted("0.004158973", BTYD.expectedPurchases(20, 20, 39, 52));
        asPrinted("0.0003583685", BTYD.expectedPurchases(25, 20, 39, 52));
    }

    /** BTYD manual, bgnbd.pmf, which takes the parameters of the paper's table. */
    @Test
    void countsPurchasesAsTheManualOfBtydDoes() {
        BetaGeometric model = (BetaGeometric) TABLE;
        asPrinted("0.5737864", model.probabilityOfPurchases(0, 39));
        asPrinted("1.07869e-07", model.probabilityOfPurchases(10, 2));
        List<String> manual = List.of(
                "0.0019995214",
                "0.0015170236",
                "0.0011633150",
                "0.0009003148",
                "0.0007023638",
                "0.0005517902",
                "0.0004361913",
                "0.0003467171",
                "0.0002769613",
                "0.0002222260");
        for (int i = 0; i < manual.size(); i++) {
            asPrinted(manual.get(i), model.probabilityOfPurchases(11 + i, 30));
        }
    }

    /**
     * The spreadsheet of Bruce Hardie on BG/NBD, by way of the tests of lifetimes. Its last value, a series cut short
     * where it converges slowly, is 0.0003 low.
     */
    @Test
    void expectsOfNewCustomersWhatTheSpreadsheetExpects() {
        double[] weeks = {1 / 7.0, 1, 3, 223 / 7.0, 32};
        String[] sheet = {"0.0078", "0.0532", "0.1506", "1.0405", "1.0437"};
        for (int i = 0; i < weeks.length; i++) {
            asPrinted(sheet[i], BTYD.newCustomerPurchases(weeks[i]));
        }
        assertEquals(1.8576, BTYD.newCustomerPurchases(78), 4e-4);
    }

    /** clv.md 3.5: quadrature, Kummer's form and Monte Carlo agree on these. */
    @Test
    void discountsForEver() {
        Horizon horizon = new Horizon(Double.POSITIVE_INFINITY, 0.0027);
        asPrinted("5.156379826", TABLE.discounted(2, 30.43, 38.86, horizon).purchases());
        asPrinted("0.676515737", TABLE.discounted(7, 35, 77.86, horizon).purchases());
        asPrinted("1.015701931", TABLE.discounted(0, 0, 38.86, horizon).purchases());
    }

    /** Against quadrature over the time to come of the rate, which is the slope of the expectation. */
    @Test
    void discountsOverAnyHorizonAsQuadratureOverTimeDoes() {
        var integrator = new IterativeLegendreGaussIntegrator(16, 1e-7, 1e-12, 1, 40);
        for (PurchaseModel model : List.of(TABLE, MBG)) {
            for (double delta : new double[] {0, 0.0005, 0.03}) {
                for (double weeks : new double[] {1 / 7.0, 52, 520}) {
                    Discounted found = model.discountedIfAlive(5, 40, new Horizon(weeks, delta));
                    double h = 1e-3;
                    double purchases = integrator.integrate(
                            Integer.MAX_VALUE,
                            u -> Math.exp(-delta * u)
                                    * (model.purchasesIfAlive(5, 40, u + h)
                                            - model.purchasesIfAlive(5, 40, Math.max(0, u - h)))
                                    / (h + Math.min(u, h)),
                            0,
                            weeks);
                    relatively(purchases, found.purchases(), 1e-4);
                    assertTrue(
                            found.aliveWeeks() <= -Math.expm1(-delta * weeks) / Math.max(delta, 1e-300) || delta == 0);
                    assertTrue(found.aliveWeeks() > 0 && found.aliveWeeks() <= weeks);
                }
            }
        }
    }

    @Test
    void discountedAtNothingIsTheExpectationItself() {
        for (PurchaseModel model : List.of(TABLE, MBG)) {
            for (int x : new int[] {0, 1, 7, 60, 400}) {
                double expected = model.purchasesIfAlive(x, 100, 260);

                relatively(
                        expected,
                        model.discountedIfAlive(x, 100, new Horizon(260, 0)).purchases(),
                        1e-12);
                relatively(
                        expected,
                        model.discountedIfAlive(x, 100, new Horizon(260, 1e-13)).purchases(),
                        1e-9);
            }
        }
    }

    @Test
    void longHorizonComesCloseToForEver() {
        for (double delta : new double[] {0.0003, 0.0018, 0.01}) {
            double end =
                    TABLE.discountedIfAlive(3, 50, new Horizon(5000, delta)).purchases();
            double ever = TABLE.discountedIfAlive(3, 50, new Horizon(Double.POSITIVE_INFINITY, delta))
                    .purchases();

            assertTrue(end <= ever && ever - end <= Math.exp(-5000 * delta) * ever, end + " of " + ever);
        }
    }

    @Test
    void modifiedModelDoubtsWhoBoughtOnce() {
        assertEquals(1, TABLE.probabilityAlive(0, 0, 39));
        assertTrue(MBG.probabilityAlive(0, 0, 39) < 0.5);
        relatively(1.613999 / (0.891356 + 1.613999), MBG.probabilityAlive(0, 0, 0), 1e-12);
    }

    @Test
    void probabilitiesOfAllCountsSumToOneAndTheirMeanIsTheExpectation() {
        for (PurchaseModel model : List.of(TABLE, MBG)) {
            double sum = 0;
            double mean = 0;
            for (int n = 0; n < 1500; n++) {
                double probability = ((BetaGeometric) model).probabilityOfPurchases(n, 30);
                sum += probability;
                mean += n * probability;
            }
            relatively(1, sum, 1e-10);
            relatively(model.newCustomerPurchases(30), mean, 1e-8);
        }
        assertEquals(1, ((BetaGeometric) TABLE).probabilityOfPurchases(0, 0));
        assertEquals(0, ((BetaGeometric) TABLE).probabilityOfPurchases(1, 0));
    }

    /** FHL 2005, and BTYDplus for the modified model; both with more digits in clv.md 3.2 and 3.3. */
    @Test
    void likelihoodOfCdNowIsThePublishedOne() {
        asPrinted("-9582.4", TABLE.logLikelihood(CdNow.summary()));
        assertEquals(
                -9582.42556,
                ModelKind.BGNBD.with(0.2425930, 4.4135309, 0.7928861, 2.4257531).logLikelihood(CdNow.summary()),
                6e-6);
        assertEquals(-9582.13268, MBG.logLikelihood(CdNow.summary()), 6e-6);
        assertEquals(
                -9582.42921,
                ModelKind.BGNBD
                        .with(0.2425945, 4.4136019, 0.7929199, 2.425906)
                        .logLikelihood(CdNow.until(CdNow.CALIBRATION)),
                6e-6);
    }

    @Test
    void staysFiniteWhereTheTextbookFormOverflows() {
        for (PurchaseModel model : List.of(TABLE, MBG, ModelKind.BGNBD.with(303, 80_000, 1, 323))) {
            for (int x : new int[] {1, 400, 100_000}) {
                for (double t : new double[] {0.15, 1000}) {
                    double alive = model.probabilityAlive(x, 0.14, t);
                    Discounted ever = model.discountedIfAlive(x, t, Horizon.forEver(0.1));
                    assertTrue(alive >= 0 && alive <= 1, () -> "alive " + alive);
                    assertTrue(ever.purchases() > 0 && ever.purchases() < 1e12, ever::toString);
                    assertTrue(ever.aliveWeeks() > 0 && ever.aliveWeeks() < 1e6, ever::toString);
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoCustomerNoTimeAndNoModel() {
        refuses(
                "A last purchase 5.0 weeks after the first, with 1 repeats and 4.0 weeks of age, cannot be. Give"
                        + " 0 <= t_x <= T, and 0 without repeats.",
                () -> TABLE.probabilityAlive(1, 5, 4));
        refuses(
                "The time is NaN weeks. Give a finite one of zero or more.",
                () -> TABLE.newCustomerPurchases(Double.NaN));
        refuses("Repeat purchases are -1. Give zero or more.", () -> TABLE.purchasesIfAlive(-1, 1, 1));
        refuses("a is 0.0. Give a finite number above zero.", () -> ModelKind.BGNBD.with(1, 1, 0, 1));
        refuses("PARETONBD has 4 parameters, not 2. Give [r, alpha, s, beta].", () -> ModelKind.PARETONBD.with(1, 1));
        refuses("A horizon of 0.0 weeks is no time. Give one above zero.", () -> Horizon.ofWeeks(0, 0.1));
        refuses(
                "The annual rate is -0.1. Give a fraction of zero or more: 0.10 is 10 %.",
                () -> Horizon.ofWeeks(52, -0.1));
        refuses(
                "For ever and with hardly any discounting there is no value. Give an end, or a rate of at least 0.0001"
                        + " a year.",
                () -> Horizon.forEver(0));
    }

    /** A horizon beyond anything discounts to for ever, and no rate is too low or too high for a number. */
    @Test
    void givesNumbersForEveryHorizonItTakes() {
        PurchaseModel pareto = ModelKind.PARETONBD.with(0.553, 10.578, 0.606, 11.669);
        for (PurchaseModel model : List.of(TABLE, MBG, pareto)) {
            for (double delta : new double[] {1e-6, 1e-4, 0.0018, 1}) {
                double ever = model.discountedIfAlive(3, 40, new Horizon(Double.POSITIVE_INFINITY, delta))
                        .purchases();
                for (double factor : new double[] {40, 60, 1e4, 1e300}) {
                    relatively(
                            ever,
                            model.discountedIfAlive(3, 40, new Horizon(factor / delta, delta))
                                    .purchases(),
                            1e-8);
                }
            }
        }
        refuses(
                "A rate of 2.0 per week cannot discount. Give one from 0 to 1.0.",
                () -> new Horizon(Double.POSITIVE_INFINITY, 2));
    }

    private static void refuses(String message, Runnable question) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, question::run).getMessage());
    }
}
