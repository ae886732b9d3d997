package nl.marge.customervalue.valuation;

import static nl.marge.customervalue.Close.asPrinted;
import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.customervalue.CdNow;
import nl.marge.customervalue.discount.AnnualRate;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.FitStatus;
import nl.marge.customervalue.fitting.FitDetail;
import nl.marge.customervalue.fitting.FitRequest;
import nl.marge.customervalue.fitting.FittingFixture;
import nl.marge.customervalue.fitting.ModelChoice;
import nl.marge.customervalue.fitting.ValueModel;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.history.HistoriesFixture;
import nl.marge.customervalue.holdout.HoldoutReport;
import nl.marge.customervalue.holdout.Tracking;
import org.junit.jupiter.api.Test;

/** From the purchases of CDNOW, day by day, to what each customer is worth: the figures of clv.md 3.2 to 3.6. */
class CdnowEndToEndTest {

    private static final Histories CALIBRATION = histories(CdNow.CALIBRATION, 1);
    private static final Histories WHOLE = histories(CdNow.END, 1);

    /** Fader, Hardie and Lee 2005, table 2, and note 025 for the spend, here in cents. */
    @Test
    void fitsBuyingAndSpendAsPublished() {
        FitDetail detail = fit(ModelChoice.BGNBD, Optional.empty(), CALIBRATION);

        Fit buying = detail.pooled();
        assertEquals(FitStatus.CONVERGED, buying.status());
        assertEquals(2357, buying.customers());
        assertEquals(946, buying.repeaters());
        has(buying, "0.243", "4.414", "0.793", "2.426");
        asPrinted("-9582.42921", buying.likelihood().orElseThrow().logarithm());
        Fit spend = detail.segments().get(0).spend().orElseThrow();
        assertEquals(946, spend.customers());
        has(spend, "6.25", "3.74");
        relatively(1544.7747, spend.parameters()[2], 4e-4);
        assertEquals(1, detail.segments().get(0).marginRate(), 1e-12);
        assertEquals(List.of(), detail.warnings());
    }

    /** Fader, Hardie and Lee 2005 for the totals, the digits of clv.md 3.2. */
    @Test
    void holdsOutTheNext39WeeksAsPublished() {
        FitDetail detail = fit(ModelChoice.BGNBD, Optional.of(CdNow.CALIBRATION), WHOLE);

        HoldoutReport holdout = detail.holdout().orElseThrow();
        assertEquals(39, holdout.weeks());
        assertEquals(1882, holdout.actual());
        asPrinted("1653.41", holdout.expected());
        asPrinted("0.78545", holdout.meanAbsoluteError());
        asPrinted("1.60798", holdout.rootMeanSquareError());
        asPrinted("0.62565", holdout.correlation().orElseThrow());
        relatively(6.157036, holdout.bins().get(7).expected(), 3e-5);
        asPrinted("6.359375", holdout.bins().get(7).actual());
        Tracking last = detail.tracking().get(77);
        assertEquals(78, detail.tracking().size());
        assertEquals(4339, last.actualSoFar());
    }

    /** Fader, Hardie and Lee 2005 (JMR) for the fit on all 78 weeks, and clv.md 3.4 for the holdout. */
    @Test
    void fitsParetoNbdOnAllWeeksAndHoldsOutAsPublished() {
        FitDetail detail = fit(ModelChoice.PARETONBD, Optional.of(CdNow.CALIBRATION), WHOLE);

        has(detail.pooled(), "0.5630", "12.559", "0.4081", "10.51");
        asPrinted("1665.51", detail.holdout().orElseThrow().expected());
        asPrinted("0.75452", detail.holdout().orElseThrow().meanAbsoluteError());
    }

    /** clv.md 3.2 discounts by ln(1.15) / 52 a week; 15 % a year of 52 weeks is this much of 365.25 days. */
    @Test
    void valuesCustomersByThePublishedTerms() {
        AnnualRate rate = new AnnualRate(BigDecimal.valueOf(Math.pow(1.15, 365.25 / 364) - 1));
        Valuation valuation = new Valuation(
                fit(ModelChoice.BGNBD, Optional.empty(), CALIBRATION),
                Optional.empty(),
                CALIBRATION,
                new Terms(Optional.empty(), Optional.empty(), rate));

        CustomerValue first = valuation.customers().get(0);
        relatively(0.726579, first.probabilityAlive(), 1e-4);
        relatively(5.169807, first.discountedPurchases(), 4e-4);
        String[] spend = {"24.65", "18.91", "35.17", "35.17", "35.17", "71.46", "18.91", "35.17", "27.28", "35.17"};
        for (int i = 0; i < spend.length; i++) {
            asPrinted(spend[i], valuation.customers().get(i).margin() / 100);
        }
        // 24.65 a purchase, 5.1698 discounted purchases, nothing to serve him.
        assertEquals(24.65 * 5.169807, first.value().doubleValue() / 100, 0.1);
        assertEquals(2357, valuation.customers().size());
    }

    /**
     * The papers count eight customers whose only purchase cost nothing. By our rule a day is a purchase when its
     * revenue is above zero, so that they are in no model: r moves by half a percent.
     */
    @Test
    void aDayWithoutRevenueIsNoPurchaseHere() {
        FitDetail detail = fit(ModelChoice.BGNBD, Optional.empty(), histories(CdNow.CALIBRATION, 0));

        assertEquals(2349, detail.pooled().customers());
        assertEquals(946, detail.pooled().repeaters());
        assertEquals(8, detail.withoutPurchase());
        asPrinted("0.2439", detail.pooled().parameters()[0]);
        assertEquals(
                List.of("8 customers have lines and no purchase day in the range; they are in no model: their lines"
                        + " are in the reconciliation, and what it cost to win them in the acquisition cost."),
                detail.warnings());
    }

    private static void has(Fit fit, String... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            asPrinted(parameters[i], fit.parameters()[i]);
        }
    }

    private static FitDetail fit(ModelChoice model, Optional<LocalDate> calibrationTo, Histories histories) {
        return FittingFixture.fit(
                new FitRequest(
                        histories.query(), calibrationTo, model, Optional.empty(), ValueModel.GAMMA_GAMMA_REVENUE),
                histories);
    }

    /** A day on which nothing was paid gets {@code least} cents. */
    private static Histories histories(LocalDate last, long least) {
        HistoriesFixture books = new HistoriesFixture(1, "1997-01-01", last.toString());
        for (TreeMap<LocalDate, Long> cents : CdNow.centsByDay(last)) {
            cents.replaceAll((day, paid) -> Math.max(least, paid));
            books.earned(cents);
        }
        return books.histories();
    }
}
