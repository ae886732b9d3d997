package nl.marge.customervalue.model;

import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.marge.customervalue.SimulatedCustomers;
import nl.marge.customervalue.numeric.CounterRandom;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.purchase.PurchaseHistory;
import org.junit.jupiter.api.Test;

class ScoresTest {

    private static final List<PurchaseModel> MODELS = List.of(
            ModelKind.BGNBD.with(0.6, 9, 0.8, 8),
            ModelKind.BGNBD.with(0.1, 0.7, 2.5, 0.4),
            ModelKind.MBGNBD.with(0.5, 6, 0.9, 1.6),
            ModelKind.PARETONBD.with(0.55, 10, 0.6, 11),
            ModelKind.PARETONBD.with(0.55, 30, 3, 0.9));

    /** Five years by day; seed 31. What is interpolated over ages is what one customer is told. */
    @Test
    void tellsEachGroupWhatOneCustomerIsTold() {
        PurchaseGroups groups =
                new SimulatedCustomers(31, 6000, 1826).betaGeometric(new double[] {0.6, 9, 0.8, 8}, false);
        for (PurchaseModel model : MODELS) {
            for (Horizon horizon : List.of(Horizon.forEver(0.1), Horizon.ofWeeks(26, 0.08), Horizon.ofWeeks(520, 0))) {
                Scores scores = new Scores(model, groups, 52, horizon);
                for (int group = 0; group < groups.size(); group += 7) {
                    CustomerHistory history = CustomerHistory.of(groups.history(group), groups.stepWeeks());
                    int x = history.repeats();
                    double recency = history.recencyWeeks();
                    double age = history.ageWeeks();
                    Discounted discounted = model.discounted(x, recency, age, horizon);
                    relatively(model.probabilityAlive(x, recency, age), scores.probabilityAlive(group), 1e-14);
                    relatively(model.expectedPurchases(x, recency, age, 52), scores.purchases(group), 1e-9);
                    relatively(discounted.purchases(), scores.discounted(group).purchases(), 1e-9);
                    relatively(discounted.aliveWeeks(), scores.discounted(group).aliveWeeks(), 1e-9);
                }
            }
        }
    }

    @Test
    void scoresNobody() {
        PurchaseGroups nobody = PurchaseGroups.ofDays().build();

        assertEquals(nobody, new Scores(MODELS.get(0), nobody, 52, Horizon.forEver(0.1)).groups());
    }

    /** Seed 5: the mean of what may happen is what is expected, and the share of nothing is what it should be. */
    @Test
    void futurePurchasesHaveTheExpectedMean() {
        for (PurchaseModel model : MODELS) {
            for (PurchaseHistory days : List.of(
                    new PurchaseHistory(0, 0, 300),
                    new PurchaseHistory(2, 213, 272),
                    new PurchaseHistory(26, 216, 217))) {
                CustomerHistory history = CustomerHistory.of(days, 1 / 7.0);
                double expected =
                        model.expectedPurchases(history.repeats(), history.recencyWeeks(), history.ageWeeks(), 52);

                FuturePurchases future = FuturePurchases.of(model, history, 52, new CounterRandom(5, 77));

                double width = Math.max(1, future.upper() - future.lower());
                assertEquals(
                        expected, future.mean(), 0.05 * width, () -> model.parameters() + " " + days + " " + future);
                assertTrue(future.lower() <= future.mean() && future.mean() <= future.upper() + 1, future::toString);
                assertEquals(future, FuturePurchases.of(model, history, 52, new CounterRandom(5, 77)));
            }
        }
    }

    @Test
    void nothingHappensInNoTime() {
        FuturePurchases none =
                FuturePurchases.of(MODELS.get(0), new CustomerHistory(3, 10, 20), 0, new CounterRandom(1, 1));

        assertEquals(new FuturePurchases(0, 0, 0, 1), none);
        assertThrows(IllegalArgumentException.class, () -> new CustomerHistory(0, 3, 20));
    }
}
