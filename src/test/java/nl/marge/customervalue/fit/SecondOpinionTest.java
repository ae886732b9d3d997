package nl.marge.customervalue.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import nl.marge.customervalue.CdNow;
import nl.marge.customervalue.CdNowSpend;
import nl.marge.customervalue.SimulatedCustomers;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.numeric.Objective;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.spend.GammaGamma;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.junit.jupiter.api.Test;

/** BOBYQA of Hipparchus, which knows no gradient, finds nothing better than our own search. */
class SecondOpinionTest {

    @Test
    void findsNothingBetterOnCdNow() {
        for (ModelKind kind : ModelKind.values()) {
            PurchaseGroups groups = CdNow.summary();
            hasNoBetter(kind.objective(groups), PurchaseFits.fit(kind, groups), 1, 3, 1, 3);
        }
    }

    @Test
    void findsNothingBetterOnSpend() {
        Fit fit = SpendFits.fit(CdNowSpend.repeats());

        hasNoBetter(GammaGamma.objective(CdNowSpend.repeats()), fit, 3, 2, 20);
    }

    /** Seeds 21 to 24. */
    @Test
    void findsNothingBetterOnSimulatedCustomers() {
        for (long seed = 21; seed <= 24; seed++) {
            PurchaseGroups groups = new SimulatedCustomers(seed, 3000, 500)
                    .betaGeometric(new double[] {0.5 + seed % 3, 8, 0.7, 2 + seed % 4}, seed % 2 == 0);
            hasNoBetter(ModelKind.BGNBD.objective(groups), PurchaseFits.fit(ModelKind.BGNBD, groups), 1, 3, 1, 3);
        }
    }

    private static void hasNoBetter(Objective objective, Fit fit, double... start) {
        int n = start.length;
        PointValuePair found = new BOBYQAOptimizer(2 * n + 1, 1, 1e-9)
                .optimize(
                        new MaxEval(20_000),
                        GoalType.MINIMIZE,
                        new ObjectiveFunction(at -> objective.value(at, new double[n])),
                        new InitialGuess(Arrays.stream(start).map(Math::log).toArray()),
                        new SimpleBounds(filled(n, -9), filled(n, 9)));
        double ours = -fit.likelihood().orElseThrow().logarithm() / fit.customers();

        assertTrue(ours <= found.getValue() + 1e-12, () -> "ours " + ours + ", theirs " + found.getValue());
        assertEquals(found.getValue(), ours, 1e-7);
    }

    private static double[] filled(int n, double value) {
        double[] filled = new double[n];
        Arrays.fill(filled, value);
        return filled;
    }
}
