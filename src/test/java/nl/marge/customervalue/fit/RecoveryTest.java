package nl.marge.customervalue.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.marge.customervalue.SimulatedCustomers;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.purchase.PurchaseGroups;
import org.junit.jupiter.api.Test;

/** Customers made by known parameters give these back, within 3.5 of the standard errors that the fit claims. */
class RecoveryTest {

    private static final int CUSTOMERS = 12_000;
    private static final int DAYS = 1100;

    @Test
    void findsBetaGeometricParametersAgain() {
        for (long seed = 1; seed <= 3; seed++) {
            double[] truth = {0.6 + 0.2 * seed, 9, 0.8, 2 + seed};
            SimulatedCustomers customers = new SimulatedCustomers(seed, CUSTOMERS, DAYS);

            found(seed, truth, PurchaseFits.fit(ModelKind.BGNBD, customers.betaGeometric(truth, false)));
            found(seed, truth, PurchaseFits.fit(ModelKind.MBGNBD, customers.betaGeometric(truth, true)));
        }
    }

    @Test
    void findsParetoParametersAgain() {
        double[] truth = {0.9, 9, 0.8, 14};

        found(
                5,
                truth,
                PurchaseFits.fit(ModelKind.PARETONBD, new SimulatedCustomers(5, CUSTOMERS, DAYS).pareto(truth)));
    }

    @Test
    void choosesTheModelThatMadeTheData() {
        double[] truth = {0.8, 9, 0.9, 2};
        SimulatedCustomers customers = new SimulatedCustomers(8, CUSTOMERS, DAYS);

        assertEquals(
                "BGNBD",
                PurchaseFits.best(customers.betaGeometric(truth, false)).model());
        assertEquals(
                "MBGNBD",
                PurchaseFits.best(customers.betaGeometric(truth, true)).model());
    }

    /** Above 40,000 customers a sample finds the way; the end is the same as without. */
    @Test
    void manyCustomersAreFittedAsPreciselyAsFew() {
        double[] truth = {0.7, 9, 0.8, 4};
        PurchaseGroups groups = new SimulatedCustomers(9, 60_000, DAYS).betaGeometric(truth, false);

        Fit fit = PurchaseFits.fit(ModelKind.BGNBD, groups);

        found(9, truth, fit);
        double[] logarithms = new double[4];
        for (int i = 0; i < 4; i++) {
            logarithms[i] = Math.log(fit.parameters()[i]);
        }
        double[] gradient = new double[4];
        ModelKind.BGNBD.objective(groups).value(logarithms, gradient);
        for (double slope : gradient) {
            assertEquals(0, slope, 1e-8);
        }
    }

    private static void found(long seed, double[] truth, Fit fit) {
        assertEquals(FitStatus.CONVERGED, fit.status());
        for (int i = 0; i < truth.length; i++) {
            Estimate estimate = fit.estimates().get(i);
            double error = Math.sqrt(fit.covariance().orElseThrow().at(i, i));
            double off = Math.abs(Math.log(estimate.value() / truth[i])) / error;
            assertTrue(off < 3.5, () -> "seed " + seed + ", " + fit.model() + ": " + estimate + " is " + off + " off");
        }
    }
}
