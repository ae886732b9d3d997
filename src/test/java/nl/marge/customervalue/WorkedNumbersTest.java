package nl.marge.customervalue;

import static nl.marge.customervalue.Close.asPrinted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.marge.customervalue.model.Discounted;
import nl.marge.customervalue.model.Horizon;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.model.PurchaseModel;
import nl.marge.customervalue.model.ShiftedBetaGeometric;
import org.junit.jupiter.api.Test;

/** The worked numbers of docs/spec-clv.md: by its formulas on paper, and by the models. */
class WorkedNumbersTest {

    private static final PurchaseModel BG = ModelKind.BGNBD.with(0.243, 4.414, 0.793, 2.426);
    private static final PurchaseModel MBG = ModelKind.MBGNBD.with(0.524838, 6.182992, 0.891356, 1.613999);
    private static final PurchaseModel PARETO = ModelKind.PARETONBD.with(0.553277, 10.577684, 0.606240, 11.668743);
    private static final Horizon FIVE_YEARS = Horizon.ofWeeks(5 * Horizon.WEEKS_PER_YEAR, 0.10);

    /** x = 2, t_x = 30.43, T = 38.86: note 027 of Fader and Hardie, eq. 2. */
    @Test
    void probabilityAliveByHand() {
        double power = Math.pow((4.414 + 38.86) / (4.414 + 30.43), 0.243 + 2);
        double share = 0.793 / (2.426 + 2 - 1);

        asPrinted("1.625789", power);
        asPrinted("0.231465", share);
        asPrinted("0.726579", 1 / (1 + share * power));
        asPrinted("0.726579", BG.probabilityAlive(2, 30.43, 38.86));
    }

    /** Eq. 10 of Fader, Hardie and Lee 2005 with its hypergeometric series, which the house has no need of. */
    @Test
    void expectedPurchasesByHand() {
        double z = 39 / (4.414 + 38.86 + 39);
        double term = 1;
        double series = 1;
        for (int k = 0; k < 200; k++) {
            term *= (2.243 + k) * (4.426 + k) / (4.219 + k) / (k + 1) * z;
            series += term;
        }
        double power = Math.pow((4.414 + 38.86) / (4.414 + 38.86 + 39), 2.243);

        asPrinted("0.474026", z);
        asPrinted("4.575316", series);
        asPrinted("0.236659", power);
        asPrinted("1.687399", 4.219 / (0.793 - 1) * (1 - power * series));
        asPrinted("1.687399", BG.purchasesIfAlive(2, 38.86, 39));
        asPrinted("1.226", BG.expectedPurchases(2, 30.43, 38.86, 39));
    }

    @Test
    void aKnownCustomerAndANewOne() {
        Discounted known = BG.discounted(2, 30.43, 38.86, FIVE_YEARS);
        Discounted fresh = BG.discounted(0, 0, 0, FIVE_YEARS);

        asPrinted("0.00182662", FIVE_YEARS.delta());
        asPrinted("4.112968", known.purchases());
        asPrinted("91.898263", known.aliveWeeks());
        asPrinted("3.064881", fresh.purchases());
        asPrinted("145.768010", fresh.aliveWeeks());
        asPrinted("141.54", 40 * known.purchases() - 0.25 * known.aliveWeeks());
        asPrinted("96.15", 40 * (1 + fresh.purchases()) - 0.25 * fresh.aliveWeeks() - 30);
    }

    /** What models say of who bought once, 38.86 weeks ago, and of a new customer. */
    @Test
    void modelsDisagreeAboutWhoBoughtOnce() {
        says(BG, "1.00", "0.73", "4.11", "91.9", "3.06", "145.8");
        says(MBG, "0.39", "0.71", "4.03", "83.4", "2.84", "71.3");
        says(PARETO, "0.30", "0.87", "5.00", "96.7", "3.23", "61.8");
    }

    @Test
    void whatHorizonAndRateAreWorth() {
        asPrinted("1.563100", worth(new Horizon(Horizon.WEEKS_PER_YEAR, 0)));
        asPrinted("1.495978", worth(Horizon.ofWeeks(Horizon.WEEKS_PER_YEAR, 0.10)));
        asPrinted("4.945395", worth(new Horizon(5 * Horizon.WEEKS_PER_YEAR, 0)));
        asPrinted("6.371743", worth(Horizon.forEver(0.10)));
    }

    @Test
    void aContractByHand() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(0.668, 3.806);

        asPrinted("0.8507", 3.806 / 4.474);
        asPrinted("0.8507", model.retention(1));
        asPrinted("0.8780", model.retention(2));
        asPrinted("0.8968", model.retention(3));
        asPrinted("0.6698", model.survival(3));
        assertEquals(model.survival(3), 3.806 / 4.474 * 4.806 / 5.474 * 5.806 / 6.474, 1e-12);
        asPrinted("592.26", 100 * model.expectedLifetime(0.10));
        asPrinted("752.99", 100 * model.expectedResidualLifetime(8, 0.10));
    }

    private static double worth(Horizon horizon) {
        return BG.discounted(2, 30.43, 38.86, horizon).purchases();
    }

    private static void says(PurchaseModel model, String once, String twice, String... discounted) {
        asPrinted(once, model.probabilityAlive(0, 0, 38.86));
        asPrinted(twice, model.probabilityAlive(2, 30.43, 38.86));
        Discounted known = model.discounted(2, 30.43, 38.86, FIVE_YEARS);
        Discounted fresh = model.discounted(0, 0, 0, FIVE_YEARS);
        asPrinted(discounted[0], known.purchases());
        asPrinted(discounted[1], known.aliveWeeks());
        asPrinted(discounted[2], fresh.purchases());
        asPrinted(discounted[3], fresh.aliveWeeks());
    }
}
