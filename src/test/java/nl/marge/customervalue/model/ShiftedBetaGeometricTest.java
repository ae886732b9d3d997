package nl.marge.customervalue.model;

import static nl.marge.customervalue.Close.asPrinted;
import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftedBetaGeometricTest {

    /** Fader and Hardie 2007, the two segments of their figure 1, fitted on years 0 to 7. */
    private static final ShiftedBetaGeometric REGULAR = new ShiftedBetaGeometric(0.704, 1.182);

    private static final ShiftedBetaGeometric HIGH_END = new ShiftedBetaGeometric(0.668, 3.806);

    /** Their table of survival by the model, years 1 to 12; years 8 to 12 are after what it was fitted on. */
    @Test
    void survivesAsThePaperSays() {
        survives(REGULAR, "62.7 47.4 38.8 33.2 29.2 26.2 23.9 22.0 20.4 19.1 18.0 17.0");
        survives(HIGH_END, "85.1 74.7 67.0 61.0 56.2 52.2 48.9 46.0 43.6 41.4 39.5 37.8");
    }

    /**
     * Fader and Hardie 2010 (Marketing Science 29:85-93), with the digits of clv.md; 7.530 also in jdmaturen's
     * README.
     */
    @Test
    void discountsLifetimesAtTenPercent() {
        asPrinted("3.695147", REGULAR.expectedLifetime(0.1));
        asPrinted("5.922596", HIGH_END.expectedLifetime(0.1));
        asPrinted("7.530", HIGH_END.expectedResidualLifetime(8, 0.1));
        asPrinted("7.52995", HIGH_END.expectedResidualLifetime(8, 0.1));
        asPrinted("5.4149", HIGH_END.expectedResidualLifetime(1, 0.1));
        asPrinted("2.9647", REGULAR.expectedResidualLifetime(1, 0.1));
        asPrinted("6.8426", REGULAR.expectedResidualLifetime(8, 0.1));
    }

    @Test
    void lifetimeIsTheSumOfSurvival() {
        double sum = 0;
        for (int t = 0; t < 400; t++) {
            sum += HIGH_END.survival(t) * Math.pow(1.1, -t);
        }

        relatively(sum, HIGH_END.expectedLifetime(0.1), 1e-12);
        relatively(HIGH_END.expectedResidualLifetime(4, 0.1), HIGH_END.expectedResidualLifetime(4, 400, 0.1), 1e-12);
    }

    @Test
    void withoutDiscountingCountsPaymentsAsFarAsThereIsAnEnd() {
        ShiftedBetaGeometric finite = new ShiftedBetaGeometric(3, 6);

        relatively(4, finite.expectedLifetime(0), 1e-12);
        relatively(4, finite.expectedLifetime(1e-9), 1e-6);
        relatively(1 / 1.5, new ShiftedBetaGeometric(1, 2).expectedResidualLifetime(1, 1, 0), 1e-12);
        assertEquals(
                "Without discounting and with alpha at 0.704 there is no finite value. Give a rate above zero, or a"
                        + " number of payments.",
                assertThrows(IllegalArgumentException.class, () -> REGULAR.expectedLifetime(0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> REGULAR.expectedLifetime(-0.1));
    }

    @Test
    void retentionRisesAndLeavingSumsToOne() {
        double gone = 0;
        for (int t = 1; t <= 200; t++) {
            gone += HIGH_END.leaving(t);
            assertTrue(HIGH_END.retention(t) < HIGH_END.retention(t + 1));
        }
        relatively(1 - HIGH_END.survival(200), gone, 1e-12);
    }

    /** Their spreadsheet at alpha = beta = 1 for the high end, printed without decimals. */
    @Test
    void likelihoodIsThatOfTheSpreadsheet() {
        CohortLosses highEnd = CohortLosses.of(1000, 869, 743, 653, 593, 551, 517, 491);

        assertEquals(-2115, Math.ceil(new ShiftedBetaGeometric(1, 1).logLikelihood(highEnd)));
    }

    @Test
    void refusesLossesThatCannotBe() {
        refuses(
                "Cohort 2 has 6 customers after 1 renewals. Give zero or more, and never more than before.",
                List.of(List.of(5), List.of(5, 6)));
        refuses(
                "Cohort 1 has -1 customers after 0 renewals. Give zero or more, and never more than before.",
                List.of(List.of(-1)));
        refuses(
                "Cohort 1 has 0 counts, not from 1 to 601. Give its start and what is left after each renewal.",
                List.of(List.of()));
    }

    private static void refuses(String message, List<List<Integer>> survivors) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new CohortLosses(survivors))
                        .getMessage());
    }

    private static void survives(ShiftedBetaGeometric model, String percents) {
        String[] printed = percents.split(" ");
        for (int year = 1; year <= printed.length; year++) {
            asPrinted(printed[year - 1], 100 * model.survival(year));
        }
    }
}
