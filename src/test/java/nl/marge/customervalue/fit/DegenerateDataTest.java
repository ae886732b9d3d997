package nl.marge.customervalue.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.customervalue.model.Horizon;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.model.Scores;
import nl.marge.customervalue.numeric.CounterRandom;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.purchase.PurchaseHistory;
import nl.marge.customervalue.spend.SpendSample;
import org.junit.jupiter.api.Test;

/** Data that cannot carry a model give a status and a word, and never a number that is none. */
class DegenerateDataTest {

    @Test
    void saysHowManyCustomersAndRepeatersAreMissing() {
        lacks(
                "There are 0 customers, at least 100 are needed. Take a wider filter, or the fit of a larger group.",
                PurchaseGroups.ofDays().build());
        lacks(
                "There are 1 customers, at least 100 are needed. Take a wider filter, or the fit of a larger group.",
                same(1, new PurchaseHistory(3, 20, 40)));
        lacks(
                "Only 0 customers came back, at least 50 are needed. Take a longer window, or the fit of a larger"
                        + " group.",
                same(500, new PurchaseHistory(0, 0, 100)));
        lacks(
                "Only 0 customers came back, at least 50 are needed. Take a longer window, or the fit of a larger"
                        + " group.",
                same(500, new PurchaseHistory(0, 0, 0)));
    }

    @Test
    void givesNumbersOrNoneForWhateverHappens() {
        Map<String, PurchaseGroups> oddities = new TreeMap<>();
        oddities.put("all the same", same(500, new PurchaseHistory(3, 60, 100)));
        oddities.put("all bought today", same(500, new PurchaseHistory(4, 100, 100)));
        oddities.put("all left after one repeat", same(500, new PurchaseHistory(1, 1, 1000)));
        oddities.put("buying every day", same(500, new PurchaseHistory(1000, 1000, 1000)));
        oddities.put("two kinds", two(new PurchaseHistory(0, 0, 1000), new PurchaseHistory(400, 400, 1000)));
        oddities.put("one day old", two(new PurchaseHistory(0, 0, 1), new PurchaseHistory(1, 1, 1)));
        oddities.put("some without age", two(new PurchaseHistory(0, 0, 0), new PurchaseHistory(2, 9, 30)));
        oddities.put("more repeats than days", same(500, new PurchaseHistory(100_000, 1, 1)));
        oddities.put("longest", two(new PurchaseHistory(0, 0, 100_000), new PurchaseHistory(9, 99_999, 100_000)));
        oddities.forEach((name, groups) -> {
            for (ModelKind kind : ModelKind.values()) {
                Fit fit = PurchaseFits.fit(kind, groups);

                hasOnlyNumbers(fit);
                PurchaseFits.model(fit).ifPresent(model -> {
                    Scores scores = new Scores(model, groups, 52, Horizon.forEver(0.1));
                    for (int group = 0; group < groups.size(); group++) {
                        double alive = scores.probabilityAlive(group);
                        assertTrue(alive >= 0 && alive <= 1, name + " " + kind + " " + alive);
                        assertTrue(Double.isFinite(scores.purchases(group)), name + " " + kind);
                        assertTrue(Double.isFinite(scores.discounted(group).purchases()), name + " " + kind);
                        assertTrue(Double.isFinite(scores.discounted(group).aliveWeeks()), name + " " + kind);
                    }
                });
            }
        });
    }

    /** Equal rates and nobody leaves (clv.md 2.9): the parameters run away, what is expected stays right. Seed 3. */
    @Test
    void nobodyLeavingIsABoundaryWithRightExpectations() {
        PurchaseGroups.Builder builder = PurchaseGroups.ofDays();
        for (int i = 0; i < 3000; i++) {
            CounterRandom random = new CounterRandom(3, i);
            int repeats = 0;
            double last = 0;
            for (double at = random.exponential() * 10; at < 50; at += random.exponential() * 10) {
                repeats++;
                last = at;
            }
            int recency = repeats == 0 ? 0 : Math.max(1, (int) Math.round(7 * last));
            builder.add(new PurchaseHistory(repeats, recency, 350));
        }

        Fit fit = PurchaseFits.fit(ModelKind.BGNBD, builder.build());

        assertEquals(FitStatus.BOUNDARY, fit.status());
        assertTrue(fit.warnings().get(0).contains("one without leaving"), () -> fit.warnings()
                .toString());
        assertEquals(5.2, PurchaseFits.model(fit).orElseThrow().newCustomerPurchases(52), 0.1);
    }

    @Test
    void sameSpendOfAllNeedsNoModel() {
        SpendSample.Builder sample = new SpendSample.Builder();
        for (int i = 0; i < 200; i++) {
            sample.add(2 + i % 3, 19.95);
        }

        Fit fit = SpendFits.fit(sample.build());

        assertEquals(FitStatus.INSUFFICIENT_DATA, fit.status());
        assertEquals(
                List.of("All customers spend the same. Take their mean, or CREDIBILITY_MARGIN as the model of value."),
                fit.warnings());
        assertEquals(
                FitStatus.INSUFFICIENT_DATA,
                SpendFits.fit(new SpendSample.Builder().build()).status());
    }

    @Test
    void spendThatDependsOnTheNumberOfPurchasesIsWarnedOf() {
        SpendSample.Builder sample = new SpendSample.Builder();
        for (int i = 0; i < 400; i++) {
            sample.add(1 + i % 7, 10 + 5 * (i % 7) + i % 11);
        }

        Fit fit = SpendFits.fit(sample.build());

        hasOnlyNumbers(fit);
        assertTrue(
                fit.warnings().stream().anyMatch(warning -> warning.contains("have a correlation of 0.9")),
                () -> fit.warnings().toString());
    }

    static void hasOnlyNumbers(Fit fit) {
        assertFalse(fit.status() != FitStatus.CONVERGED && fit.warnings().isEmpty(), fit::toString);
        for (double parameter : fit.parameters()) {
            assertTrue(Double.isFinite(parameter) && parameter > 0, fit::toString);
        }
        assertTrue(fit.logCovariance().stream().allMatch(Double::isFinite), fit::toString);
        assertFalse(fit.toString().contains("NaN") || fit.toString().contains("Infinity"), fit::toString);
    }

    private static void lacks(String warning, PurchaseGroups groups) {
        for (ModelKind kind : ModelKind.values()) {
            Fit fit = PurchaseFits.fit(kind, groups);

            assertEquals(FitStatus.INSUFFICIENT_DATA, fit.status());
            assertEquals(List.of(warning), fit.warnings());
            assertEquals(List.of(), fit.estimates());
            assertTrue(PurchaseFits.model(fit).isEmpty());
        }
        assertEquals(FitStatus.INSUFFICIENT_DATA, PurchaseFits.best(groups).status());
    }

    private static PurchaseGroups same(int customers, PurchaseHistory history) {
        PurchaseGroups.Builder groups = PurchaseGroups.ofDays();
        for (int i = 0; i < customers; i++) {
            groups.add(history);
        }
        return groups.build();
    }

    private static PurchaseGroups two(PurchaseHistory one, PurchaseHistory other) {
        return PurchaseGroups.together(List.of(same(300, one), same(200, other)));
    }
}
