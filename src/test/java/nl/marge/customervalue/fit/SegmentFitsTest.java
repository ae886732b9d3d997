package nl.marge.customervalue.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.marge.customervalue.SimulatedCustomers;
import nl.marge.customervalue.fit.SegmentFit.Origin;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.purchase.PurchaseHistory;
import org.junit.jupiter.api.Test;

class SegmentFitsTest {

    private static final double[] SLOW = {0.7, 14, 0.8, 2.5};
    private static final double[] FAST = {1.4, 5, 0.8, 5};

    @Test
    void segmentsThatDifferAreTold() {
        SegmentFits fits =
                SegmentFits.of(ModelKind.BGNBD, segments(customers(1, 4000, SLOW), customers(2, 4000, FAST)));

        assertEquals(Origin.OWN, fits.bySegment().get("A").origin());
        LikelihoodRatio test = fits.test().orElseThrow();
        assertEquals(4, test.degrees());
        assertTrue(test.probability() < 1e-6, test::toString);
        assertEquals(8000, fits.pooled().customers());
    }

    @Test
    void segmentsThatAreAlikeAreNot() {
        SegmentFits fits =
                SegmentFits.of(ModelKind.BGNBD, segments(customers(1, 4000, SLOW), customers(2, 4000, SLOW)));

        assertTrue(fits.test().orElseThrow().probability() > 0.01, fits.test()::toString);
    }

    @Test
    void smallSegmentLiesBetweenItsOwnCustomersAndAll() {
        PurchaseGroups small = customers(7, 60, FAST);
        SegmentFits fits = SegmentFits.of(
                ModelKind.BGNBD,
                segments(customers(1, 4000, SLOW), customers(2, 4000, SLOW), customers(3, 4000, SLOW), small));

        SegmentFit fit = fits.bySegment().get("D");

        assertEquals(Origin.SHRUNK, fit.origin());
        double all = purchases(fits.pooled());
        double own = purchases(fit.fit());
        double alone = purchases(
                PurchaseFits.shrunk(ModelKind.BGNBD, small, new Prior(fits.pooled(), Collections.nCopies(4, 1e6))));
        assertTrue(all < own && own < alone, all + " " + own + " " + alone);
        assertEquals(
                "Drawn towards all customers: There are 60 customers, at least 100 are needed. Take a wider filter, or"
                        + " the fit of a larger group.",
                fit.fit().warnings().get(0));
    }

    @Test
    void segmentWithoutRepeatersOrCustomersIsFittedToo() {
        PurchaseGroups once = PurchaseGroups.ofDays()
                .add(new PurchaseHistory(0, 0, 400))
                .add(new PurchaseHistory(0, 0, 0))
                .build();
        SegmentFits fits = SegmentFits.of(
                ModelKind.MBGNBD,
                segments(customers(1, 4000, SLOW), once, PurchaseGroups.ofDays().build()));

        assertEquals(Origin.SHRUNK, fits.bySegment().get("B").origin());
        assertEquals(Origin.POOLED, fits.bySegment().get("C").origin());
        fits.bySegment().values().forEach(fit -> DegenerateDataTest.hasOnlyNumbers(fit.fit()));
        assertTrue(fits.test().isEmpty());
    }

    @Test
    void tooFewCustomersAltogetherGiveEverySegmentTheSameStatus() {
        SegmentFits fits =
                SegmentFits.of(ModelKind.PARETONBD, segments(customers(1, 20, SLOW), customers(2, 20, FAST)));

        assertEquals(FitStatus.INSUFFICIENT_DATA, fits.pooled().status());
        assertEquals(fits.pooled(), fits.bySegment().get("B").fit());
        assertEquals(Origin.POOLED, fits.bySegment().get("B").origin());
    }

    @Test
    void refusesNoSegmentAtAll() {
        assertThrows(IllegalArgumentException.class, () -> SegmentFits.of(ModelKind.BGNBD, new TreeMap<>()));
    }

    private static double purchases(Fit fit) {
        return PurchaseFits.model(fit).orElseThrow().newCustomerPurchases(52);
    }

    private static PurchaseGroups customers(long seed, int count, double[] parameters) {
        return new SimulatedCustomers(seed, count, 800).betaGeometric(parameters, false);
    }

    private static SortedMap<String, PurchaseGroups> segments(PurchaseGroups... segments) {
        SortedMap<String, PurchaseGroups> named = new TreeMap<>();
        for (int i = 0; i < segments.length; i++) {
            named.put(Character.toString('A' + i), segments[i]);
        }
        return named;
    }
}
