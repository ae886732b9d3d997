package nl.marge.customervalue.spend;

import static nl.marge.customervalue.Close.asPrinted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import nl.marge.customervalue.CdNow;
import nl.marge.customervalue.CdNowSpend;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    /** Note 025 of Fader and Hardie (2013), CDNOW. */
    private static final GammaGamma NOTE = new GammaGamma(6.25, 3.74, 15.44);

    /** The same fit with more digits (clv.md 3.6); the published expectations are of these. */
    private static final GammaGamma EXACT = new GammaGamma(6.248803, 3.744588, 15.447747);

    /** The first ten customers, by the tests of lifetimes. */
    @Test
    void expectsOfTheFirstTenCustomersWhatIsPublished() {
        String[] published = {"24.65", "18.91", "35.17", "35.17", "35.17", "71.46", "18.91", "35.17", "27.28", "35.17"};
        List<TreeMap<LocalDate, Long>> spent = CdNow.centsByDay();
        asPrinted("35.1710", EXACT.populationMean());
        for (int i = 0; i < published.length; i++) {
            int repeats = spent.get(i).size() - 1;
            double mean = CdNowSpend.meanOfRepeats(spent.get(i));

            asPrinted(published[i], EXACT.expectedSpend(repeats, mean));
        }
    }

    @Test
    void weighsTheCustomersOwnMeanByTheNumberOfPurchases() {
        GammaGamma model = new GammaGamma(6, 4, 16);

        asPrinted("34.571429", model.expectedSpend(3, 35));
        assertEquals(18 / 21.0, model.weight(3), 1e-15);
        assertEquals(32, model.populationMean(), 1e-12);
        assertEquals(32, model.expectedSpend(0, Double.NaN), 1e-12);
    }

    @Test
    void likelihoodOfCdNowIsThePublishedOne() {
        assertEquals(-4055.92, NOTE.logLikelihood(CdNowSpend.repeats()), 0.01);
    }

    /** The walkthrough of BTYD and the paper: near zero, as the model takes it to be. */
    @Test
    void correlationOfCdNowIsNearZero() {
        asPrinted("0.1139", CdNowSpend.repeats().correlation());
    }

    @Test
    void refusesWhatHasNoMean() {
        refuses(
                "p is 6.0, q is 1.0, v is 16.0. Give p and v above 0 and q above 1: below that there is no mean.",
                () -> new GammaGamma(6, 1, 16));
        refuses("The number of purchases is -1. Give zero or more.", () -> NOTE.weight(-1));
        refuses("The mean spend is NaN. Give a finite one of zero or more.", () -> NOTE.expectedSpend(1, Double.NaN));
        refuses(
                "The mean spend is -3.0. Gamma-gamma takes amounts above zero only; take CREDIBILITY_MARGIN for signed"
                        + " margins.",
                () -> new SpendSample.Builder().add(1, -3));
        refuses(
                "A customer has 0 purchases. Leave out who has none: the mean of all stands for them.",
                () -> new SpendSample.Builder().add(0, 3));
    }

    private static void refuses(String message, Runnable question) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, question::run).getMessage());
    }
}
