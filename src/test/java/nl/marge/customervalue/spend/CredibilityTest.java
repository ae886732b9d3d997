package nl.marge.customervalue.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nl.marge.customervalue.numeric.CounterRandom;
import org.junit.jupiter.api.Test;

class CredibilityTest {

    /**
     * By hand. Three customers with transactions of weight 1 each: A 10, 14; B -4, 0, -2; C 6, 8, 10, 4. Means 12,
     * -2, 7; all 46 / 9 = 5.1111. Squares within: 8 + 8 + 20 = 36 over 1 + 2 + 3 = 6: s2 = 6. Spread of the means 2
     * x 47.4568 + 3 x 50.5679 + 4 x 3.5679 = 260.8889; a = (260.8889 - 2 x 6) / (9 - 29 / 9) = 43.0769. s2 / a =
     * 0.139286. Z = 2 / 2.139286 = 0.934891, 3 / 3.139286 = 0.955631, 4 / 4.139286 = 0.966350. mu = (12 x 0.934891
     * - 2 x 0.955631 + 7 x 0.966350) / 2.856872 = 5.625691.
     */
    @Test
    void weighsOwnMeansAsTheHandDoes() {
        MarginSums a = sums(10, 14);
        Credibility credibility = Credibility.of(List.of(a, sums(-4, 0, -2), sums(6, 8, 10, 4), MarginSums.NONE));

        assertEquals(3, credibility.customers());
        assertEquals(6, credibility.within(), 1e-12);
        assertEquals(43.0769, credibility.between(), 5e-5);
        assertEquals(5.625691, credibility.mean(), 5e-6);
        CredibleMargin margin = credibility.of(a);
        assertEquals(0.934891, margin.credibility(), 5e-7);
        assertEquals(12 * 0.934891 + 5.625691 * 0.065109, margin.value(), 1e-5);
        assertEquals(Math.sqrt(43.0769 * 0.065109), margin.standardError(), 1e-4);
        CredibleMargin unknown = credibility.of(MarginSums.NONE);
        assertEquals(5.625691, unknown.value(), 5e-6);
        assertEquals(0, unknown.credibility());
    }

    @Test
    void takesTheMeanOfAllWhenCustomersDifferByChanceOnly() {
        Credibility credibility = Credibility.of(List.of(sums(1, 9), sums(2, 8), sums(0, 10)));

        assertTrue(credibility.homogeneous());
        assertEquals(5, credibility.of(sums(9, 9, 9)).value(), 1e-12);
        assertEquals(0, credibility.of(sums(9, 9, 9)).credibility());
    }

    @Test
    void believesEachCustomerWhoNeverVaries() {
        Credibility credibility = Credibility.of(List.of(sums(3, 3), sums(-5, -5)));

        assertEquals(0, credibility.within());
        assertEquals(-5, credibility.of(sums(-5, -5)).value(), 1e-12);
        assertEquals(1, credibility.of(sums(-5, -5)).credibility(), 1e-12);
    }

    @Test
    void saysHomogeneousWhenThereIsNothingToTellApart() {
        for (List<MarginSums> margins : List.of(
                List.<MarginSums>of(),
                List.of(MarginSums.NONE),
                List.of(sums(7)),
                List.of(sums(7, 9)),
                List.of(sums(1), sums(9)),
                List.of(sums(4, 4), sums(4, 4)),
                List.of(sums(0.1, 0.1, 0.1), sums(0.1, 0.1)))) {
            Credibility credibility = Credibility.of(margins);

            assertTrue(credibility.homogeneous(), margins::toString);
            assertTrue(Double.isFinite(credibility.of(sums(5)).value()), margins::toString);
        }
        assertEquals(5, Credibility.of(List.of(sums(1), sums(9))).mean(), 1e-12);
    }

    /** Seed 11: true means normal around -3 with variance 4, transactions around them with variance 25. */
    @Test
    void findsVariancesThatWerePutIn() {
        List<MarginSums> margins = new ArrayList<>();
        for (int customer = 0; customer < 20_000; customer++) {
            CounterRandom random = new CounterRandom(11, customer);
            double truth = -3 + 2 * (random.gamma(100) - 100) / 10;
            MarginSums sums = MarginSums.NONE;
            for (int i = 0; i <= customer % 12; i++) {
                sums = sums.plus(1, truth + 5 * (random.gamma(100) - 100) / 10);
            }
            margins.add(sums);
        }

        Credibility credibility = Credibility.of(margins);

        assertEquals(-3, credibility.mean(), 0.06);
        assertEquals(4, credibility.between(), 0.2);
        assertEquals(25, credibility.within(), 0.5);
    }

    @Test
    void refusesSumsThatCannotBe() {
        assertEquals(
                "There are 2 transactions with a weight of 0.0. Give each a weight above zero.",
                assertThrows(IllegalArgumentException.class, () -> new MarginSums(2, 0, 1, 1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new MarginSums(1, 1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new MarginSums(1, 1, 1, -1));
    }

    private static MarginSums sums(double... margins) {
        MarginSums sums = MarginSums.NONE;
        for (double margin : margins) {
            sums = sums.plus(1, margin);
        }
        return sums;
    }
}
