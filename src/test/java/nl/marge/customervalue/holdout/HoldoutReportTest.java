package nl.marge.customervalue.holdout;

import static nl.marge.customervalue.Close.asPrinted;
import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.marge.customervalue.CdNow;
import nl.marge.customervalue.fit.PurchaseFits;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.model.PurchaseModel;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.purchase.PurchaseHistory;
import org.junit.jupiter.api.Test;

/** The 39 weeks of CDNOW that were held out. */
class HoldoutReportTest {

    private static final PurchaseGroups CALIBRATION = CdNow.until(CdNow.CALIBRATION);
    private static final HoldoutReport BG = report(ModelKind.BGNBD);
    private static final HoldoutReport PARETO = report(ModelKind.PARETONBD);

    /** Fader, Hardie and Lee 2005 for the totals; clv.md 3.2 for the digits. */
    @Test
    void bgNbdForecastsWhatIsPublished() {
        assertEquals(1882, BG.actual());
        asPrinted("1653.41", BG.expected());
        asPrinted("-12.15", BG.biasPercent().orElseThrow());
        asPrinted("0.78545", BG.meanAbsoluteError());
        asPrinted("1.60798", BG.rootMeanSquareError());
        asPrinted("0.62565", BG.correlation().orElseThrow());
    }

    /** The walkthrough of BTYD 2014, whose parameters end in other sixth digits. */
    @Test
    void binsOfBgNbdAreThoseOfBtyd() {
        double[] expected = {.2250893, .5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036};
        String[] actual = {"0.2367116", "0.6970387", "1.392523", "1.56", "2.532258", "2.947368", "3.862069", "6.359375"
        };
        for (int bin = 0; bin < expected.length; bin++) {
            relatively(expected[bin], BG.bins().get(bin).expected(), 3e-5);
            asPrinted(actual[bin], BG.bins().get(bin).actual());
        }
        assertEquals(2357, BG.bins().stream().mapToInt(FrequencyBin::customers).sum());
    }

    /** clv.md 3.4. */
    @Test
    void paretoNbdForecastsWhatIsPublished() {
        asPrinted("1665.51", PARETO.expected());
        asPrinted("0.75452", PARETO.meanAbsoluteError());
        String[] expected = {"0.138", "0.600", "1.196", "1.714", "2.399", "2.907", "3.819", "6.403"};
        for (int bin = 0; bin < expected.length; bin++) {
            assertEquals(
                    Double.parseDouble(expected[bin]), PARETO.bins().get(bin).expected(), 1e-3, expected[bin]);
        }
    }

    @Test
    void decilesAddUpAndTheFirstBuysMost() {
        assertEquals(10, BG.deciles().size());
        assertEquals(1882, BG.deciles().stream().mapToLong(Decile::actual).sum());
        assertEquals(2357, BG.deciles().stream().mapToInt(Decile::customers).sum());
        relatively(
                BG.expected(),
                BG.deciles().stream().mapToDouble(Decile::expected).sum(),
                1e-12);
        assertTrue(BG.deciles().get(0).lift().orElseThrow() > 4.5);
    }

    @Test
    void theModelThatErredLeastIsBest() {
        assertEquals("PARETO", HoldoutReport.best(List.of("BG", "PARETO"), List.of(BG, PARETO)));
        assertThrows(IllegalArgumentException.class, () -> HoldoutReport.best(List.of(), List.of()));
    }

    @Test
    void saysNothingWhereThereIsNothingToSay() {
        PurchaseModel model = ModelKind.BGNBD.with(0.243, 4.414, 0.793, 2.426);
        PurchaseGroups one =
                PurchaseGroups.ofDays().add(new PurchaseHistory(0, 0, 0)).build();
        PurchaseGroups nobody = PurchaseGroups.ofDays().build();

        HoldoutReport still = HoldoutReport.of(model, one, new int[1], 39);
        HoldoutReport empty = HoldoutReport.of(model, nobody, new int[0], 39);

        assertEquals(Optional.empty(), still.biasPercent());
        assertEquals(Optional.empty(), still.correlation());
        assertEquals(Optional.empty(), still.deciles().get(9).lift());
        assertEquals(0, empty.meanAbsoluteError());
        Stream.of(still, empty).forEach(report -> assertTrue(!report.toString().contains("NaN"), report::toString));
    }

    @Test
    void refusesCountsThatDoNotBelongToTheCustomers() {
        PurchaseModel model = ModelKind.BGNBD.with(0.243, 4.414, 0.793, 2.426);

        assertEquals(
                "There are 3 counts of purchases for 2357 customers. Give one each.",
                assertThrows(IllegalArgumentException.class, () -> HoldoutReport.of(model, CALIBRATION, new int[3], 39))
                        .getMessage());
    }

    /** By hand: the weeks of all customers add up to what new customers are expected to buy by their ages. */
    @Test
    void tracksPurchasesWeekByWeek() {
        PurchaseModel model = PurchaseFits.model(PurchaseFits.fit(ModelKind.BGNBD, CALIBRATION))
                .orElseThrow();
        PurchaseGroups groups = CdNow.until(CdNow.END);
        int[] repeats = new int[groups.ageMaximum() + 1];
        for (TreeSet<LocalDate> days : CdNow.purchaseDays()) {
            days.tailSet(days.first(), false)
                    .forEach(day -> repeats[groups.ageMaximum() - (int) ChronoUnit.DAYS.between(day, CdNow.END)]++);
        }

        List<Tracking> weeks = Tracking.weekly(model, groups, repeats);

        assertEquals(78, weeks.size());
        Tracking last = weeks.get(77);
        assertEquals(groups.purchases(), last.actualSoFar());
        double expected = 0;
        for (int customer = 0; customer < groups.customers(); customer++) {
            expected += model.newCustomerPurchases(groups.age(groups.groupOf(customer)) / 7.0);
        }
        relatively(expected, last.expectedSoFar(), 1e-9);
        relatively(
                last.expectedSoFar(),
                weeks.stream().mapToDouble(Tracking::expected).sum(),
                1e-9);
        // In the first 39 weeks, which it was fitted on, the paper's figure 2 shows it within a few percent.
        assertEquals(1, weeks.get(38).expectedSoFar() / weeks.get(38).actualSoFar(), 0.05);
    }

    @Test
    void refusesToTrackCustomersWhoDoNotCountInDays() {
        PurchaseModel model = ModelKind.BGNBD.with(0.243, 4.414, 0.793, 2.426);

        assertEquals(
                "The customers count in steps of 0.01 weeks. Give them in days.",
                assertThrows(IllegalArgumentException.class, () -> Tracking.weekly(model, CdNow.summary(), new int[70]))
                        .getMessage());
    }

    private static HoldoutReport report(ModelKind kind) {
        PurchaseModel model =
                PurchaseFits.model(PurchaseFits.fit(kind, CALIBRATION)).orElseThrow();
        int[] actual = CdNow.purchaseDays().stream()
                .mapToInt(days -> days.tailSet(CdNow.CALIBRATION, false).size())
                .toArray();
        return HoldoutReport.of(model, CALIBRATION, actual, 39);
    }
}
