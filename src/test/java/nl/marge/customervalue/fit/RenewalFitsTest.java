package nl.marge.customervalue.fit;

import static nl.marge.customervalue.Close.asPrinted;
import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.customervalue.model.CohortLosses;
import org.junit.jupiter.api.Test;

class RenewalFitsTest {

    /** Fader and Hardie 2007, their two segments on years 0 to 7; likelihoods for 1,000 customers. */
    @Test
    void fitsThePapersTwoSegments() {
        Fit regular = RenewalFits.fit(CohortLosses.of(1000, 631, 468, 382, 326, 289, 262, 241));
        Fit highEnd = RenewalFits.fit(CohortLosses.of(1000, 869, 743, 653, 593, 551, 517, 491));

        is(regular, "0.704077", "1.182043", "-1680.2652");
        is(highEnd, "0.668088", "3.806095", "-1611.1581");
        assertEquals(631, regular.repeaters());
    }

    /** Note 017 of Fader and Hardie: four cohorts, each a year younger and seen a year less. */
    @Test
    void fitsFourCohortsTogether() {
        List<Integer> oldest = List.of(10_000, 8_000, 6_480, 5_307, 4_391);
        Fit fit = RenewalFits.fit(
                new CohortLosses(List.of(oldest, oldest.subList(0, 4), oldest.subList(0, 3), oldest.subList(0, 2))));

        // The note's solver stopped two millionths away, at the same likelihood.
        relatively(3.798133, fit.parameters()[0], 2.5e-6);
        relatively(15.191935, fit.parameters()[1], 2.5e-6);
        asPrinted("-40255.8373", fit.likelihood().orElseThrow().logarithm());
        assertEquals(40_000, fit.customers());
    }

    @Test
    void saysWhatToChangeWhenLossesCannotCarryTheModel() {
        lacks("There are 40 customers, at least 100 are needed. Take a wider filter.", CohortLosses.of(40, 30, 20));
        lacks(
                "No cohort was watched over two renewals: nothing tells whether retention rises. Take a longer window.",
                CohortLosses.of(400, 300));
        lacks(
                "Only 0 customers left, at least 10 are needed. Take a longer window, or a fixed retention.",
                CohortLosses.of(400, 400, 400));
        lacks("There are 0 customers, at least 100 are needed. Take a wider filter.", new CohortLosses(List.of()));
    }

    /** Retention that is the same each year: customers do not differ, alpha and beta run away together. */
    @Test
    void saysThatEqualCustomersAskForASimplerModel() {
        Fit fit = RenewalFits.fit(CohortLosses.of(10_000, 8_000, 6_400, 5_120, 4_096));

        assertEquals(FitStatus.BOUNDARY, fit.status());
        assertTrue(fit.warnings().get(0).startsWith("A parameter runs to its limit"));
        assertEquals(0.8, RenewalFits.model(fit).orElseThrow().retention(3), 1e-3);
    }

    /** All leave at once, or retention falls: never a number that is none. */
    @Test
    void givesNumbersOrNoneForWhateverHappens() {
        for (CohortLosses losses : List.of(
                CohortLosses.of(1000, 0, 0), CohortLosses.of(1000, 990, 100, 0), CohortLosses.of(1000, 1, 1, 1))) {
            Fit fit = RenewalFits.fit(losses);

            DegenerateDataTest.hasOnlyNumbers(fit);
        }
    }

    /** The paper's two segments have models of their own, forty customers that of all. */
    @Test
    void fitsSegmentsThatCanCarryAModel() {
        CohortLosses regular = CohortLosses.of(1000, 631, 468, 382, 326, 289, 262, 241);
        CohortLosses highEnd = CohortLosses.of(1000, 869, 743, 653, 593, 551, 517, 491);
        Fit pooled = RenewalFits.fit(new CohortLosses(
                List.of(regular.survivors().get(0), highEnd.survivors().get(0))));

        SegmentFits fits = RenewalFits.bySegment(
                pooled, new TreeMap<>(Map.of("A", regular, "B", highEnd, "C", CohortLosses.of(40, 30, 20))));

        is(fits.bySegment().get("A").fit(), "0.704077", "1.182043", "-1680.2652");
        is(fits.bySegment().get("B").fit(), "0.668088", "3.806095", "-1611.1581");
        assertEquals(SegmentFit.Origin.POOLED, fits.bySegment().get("C").origin());
        assertEquals(
                List.of("By the model of all customers: There are 40 customers, at least 100 are needed. Take a wider"
                        + " filter."),
                fits.bySegment().get("C").fit().warnings());
        LikelihoodRatio test = fits.test().orElseThrow();
        assertEquals(2, test.degrees());
        relatively(2 * (-1680.2652 - 1611.1581 - pooled.logLikelihood()), test.statistic(), 1e-5);
    }

    @Test
    void withoutAModelOfAllThereIsNoneOfSegments() {
        Fit pooled = RenewalFits.without("Nothing.");

        SegmentFits fits =
                RenewalFits.bySegment(pooled, new TreeMap<>(Map.of("A", CohortLosses.of(1000, 631, 468, 382))));

        assertEquals(
                new SegmentFit(pooled, SegmentFit.Origin.POOLED),
                fits.bySegment().get("A"));
        assertTrue(fits.test().isEmpty());
    }

    private static void lacks(String warning, CohortLosses losses) {
        Fit fit = RenewalFits.fit(losses);

        assertEquals(FitStatus.INSUFFICIENT_DATA, fit.status());
        assertEquals(List.of(warning), fit.warnings());
        assertTrue(RenewalFits.model(fit).isEmpty());
    }

    private static void is(Fit fit, String alpha, String beta, String likelihood) {
        assertEquals(FitStatus.CONVERGED, fit.status());
        asPrinted(alpha, fit.parameters()[0]);
        asPrinted(beta, fit.parameters()[1]);
        asPrinted(likelihood, fit.likelihood().orElseThrow().logarithm());
    }
}
