package nl.marge.customervalue.fit;

import static nl.marge.customervalue.Close.asPrinted;
import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nl.marge.customervalue.CdNow;
import nl.marge.customervalue.CdNowSpend;
import nl.marge.customervalue.model.Horizon;
import nl.marge.customervalue.model.ModelKind;
import org.junit.jupiter.api.Test;

/** The published fits on CDNOW, as they are printed and with the further digits of clv.md 3.2 to 3.6. */
class CdNowFitTest {

    private static final Fit BG = PurchaseFits.fit(ModelKind.BGNBD, CdNow.summary());

    /** Fader, Hardie and Lee 2005 (Marketing Science), table 2; standard errors by the Hessian. */
    @Test
    void fitsBgNbdAsThePaper() {
        isAsPrinted(BG, "-9582.4", "0.243", "4.414", "0.793", "2.426");
        isAsPrinted(BG, "-9582.42556", "0.242593", "4.41353", "0.792886", "2.425753");
        near(BG, 5e-7, 0.2425930, 4.4135309, 0.7928861, 2.4257531);
        hasErrors(BG, "0.012557", "0.3782", "0.1857", "0.7053");
        assertEquals(FitStatus.CONVERGED, BG.status());
        assertEquals(2357, BG.customers());
        assertEquals(946, BG.repeaters());
        assertEquals(List.of(), BG.warnings());
    }

    @Test
    void fitsBgNbdOnDaysWithTheDigitsOfClvMd() {
        Fit fit = PurchaseFits.fit(ModelKind.BGNBD, CdNow.until(CdNow.CALIBRATION));

        isAsPrinted(fit, "-9582.42921", "0.2425945", "4.413602", "0.79292", "2.42591");
        near(fit, 3e-6, 0.2425945, 4.4136019, 0.7929199, 2.425906);
        errorsNear(fit, 1e-4, 0.012557, 0.378224, 0.185732, 0.705409);
    }

    /** BTYDplus: .525 6.183 .891 1.614. */
    @Test
    void fitsMbgNbdAsBtydplus() {
        Fit fit = PurchaseFits.fit(ModelKind.MBGNBD, CdNow.summary());

        isAsPrinted(fit, "-9582.13268", "0.525", "6.183", "0.891", "1.614");
        isAsPrinted(fit, "-9582.13268", "0.524838", "6.182992", "0.891356", "1.613999");
    }

    /** The comparison in Fader, Hardie and Lee 2005, and CLVTools' tests for the standard errors. */
    @Test
    void fitsParetoNbdAsThePaperAndClvtools() {
        Fit fit = PurchaseFits.fit(ModelKind.PARETONBD, CdNow.until(CdNow.CALIBRATION));

        isAsPrinted(fit, "-9595.0", "0.553", "10.578", "0.606", "11.669");
        isAsPrinted(fit, "-9594.97618", "0.553277", "10.5777", "0.60624", "11.6687");
        near(fit, 2e-6, 0.553277, 10.577684, 0.606240, 11.668743);
        hasErrors(fit, "0.0476", "0.8427", "0.1873", "6.211");
        errorsNear(fit, 2e-4, 0.0476264, 0.8427222, 0.1872594, 6.2105448);
    }

    /** Fader, Hardie and Lee 2005 (JMR), 78 weeks. */
    @Test
    void fitsParetoNbdOnAllWeeksAsThePaper() {
        Fit fit = PurchaseFits.fit(ModelKind.PARETONBD, CdNow.until(CdNow.END));

        isAsPrinted(fit, "-17135.8359", "0.5630", "12.559", "0.4081", "10.51");
        near(fit, 2e-4, 0.5629966, 12.5590370, 0.4081095, 10.5148048);
        near(fit, 2e-6, 0.563004, 12.559170, 0.408107, 10.514548);
        assertEquals(4339, CdNow.until(CdNow.END).purchases());
    }

    /** Note 025 of Fader and Hardie (2013): 6.25 3.74 15.44; CLVTools for the likelihood. */
    @Test
    void fitsGammaGammaAsTheNoteAndClvtools() {
        Fit fit = SpendFits.fit(CdNowSpend.repeats());

        isAsPrinted(fit, "-4055.9177", "6.25", "3.74", "15.44");
        near(fit, 4e-4, 6.248803, 3.744588, 15.447747);
        errorsNear(fit, 1e-3, 1.1897, 0.2902, 4.1600);
        relatively(35.1710, SpendFits.model(fit).orElseThrow().populationMean(), 5e-4);
        assertEquals(946, fit.customers());
        assertEquals(FitStatus.CONVERGED, fit.status());
    }

    /** clv.md 3.2: the first customer, with the delta method. */
    @Test
    void tellsErrorsOfExpectations() {
        Horizon ever = new Horizon(Double.POSITIVE_INFINITY, Math.log(1.15) / 52);
        var model = PurchaseFits.model(BG).orElseThrow();

        assertEquals(1.225994, model.expectedPurchases(2, 30.43, 38.86, 39), 1.2e-4);
        assertEquals(5.169807, model.discounted(2, 30.43, 38.86, ever).purchases(), 4e-4);
        relatively(
                0.045193,
                error(parameters -> ModelKind.BGNBD.with(parameters).expectedPurchases(2, 30.43, 38.86, 39)),
                2e-4);
        relatively(
                0.663358,
                error(parameters -> ModelKind.BGNBD
                        .with(parameters)
                        .discounted(2, 30.43, 38.86, ever)
                        .purchases()),
                2e-4);
    }

    @Test
    void choosesTheModifiedModelWhichIsALittleMoreLikely() {
        assertEquals("MBGNBD", PurchaseFits.best(CdNow.summary()).model());
    }

    @Test
    void intervalsAreOfTheLogarithm() {
        Estimate r = BG.estimates().get(0);
        Uncertainty uncertainty = r.uncertainty().orElseThrow();

        double factor = Math.exp(1.959964 * uncertainty.standardError() / r.value());
        relatively(r.value() / factor, uncertainty.lower(), 1e-6);
        relatively(r.value() * factor, uncertainty.upper(), 1e-6);
        assertEquals(2 * 4 + 2 * 9582.42556, BG.likelihood().orElseThrow().aic(), 1e-4);
        assertEquals(
                4 * Math.log(2357) + 2 * 9582.42556,
                BG.likelihood().orElseThrow().bic(),
                1e-4);
    }

    @Test
    void isTheSameToTheLastBitHoweverOften() {
        assertEquals(BG, PurchaseFits.fit(ModelKind.BGNBD, CdNow.summary()));
        assertTrue(BG.iterations() < 60, () -> BG.iterations() + " iterations");
    }

    private static double error(ToDoubleFunction<double[]> quantity) {
        Optional<Double> error = DeltaMethod.standardError(BG, quantity);
        return error.orElseThrow();
    }

    private static void isAsPrinted(Fit fit, String likelihood, String... parameters) {
        asPrinted(likelihood, fit.likelihood().orElseThrow().logarithm());
        for (int i = 0; i < parameters.length; i++) {
            asPrinted(parameters[i], fit.parameters()[i]);
        }
    }

    private static void hasErrors(Fit fit, String... printed) {
        for (int i = 0; i < printed.length; i++) {
            asPrinted(
                    printed[i],
                    fit.estimates().get(i).uncertainty().orElseThrow().standardError());
        }
    }

    private static void near(Fit fit, double error, double... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            relatively(parameters[i], fit.parameters()[i], error);
        }
    }

    private static void errorsNear(Fit fit, double error, double... errors) {
        for (int i = 0; i < errors.length; i++) {
            relatively(
                    errors[i],
                    fit.estimates().get(i).uncertainty().orElseThrow().standardError(),
                    error);
        }
    }
}
