package nl.marge.customervalue.valuation;

import static nl.marge.customervalue.Close.relatively;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.marge.customervalue.discount.AnnualRate;
import nl.marge.customervalue.discount.PeriodLength;
import nl.marge.customervalue.fitting.FitDetail;
import nl.marge.customervalue.fitting.FitRequest;
import nl.marge.customervalue.fitting.FittingFixture;
import nl.marge.customervalue.fitting.ModelChoice;
import nl.marge.customervalue.fitting.ValueModel;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.history.HistoriesFixture;
import nl.marge.customervalue.renewal.Renewals.Term;
import org.junit.jupiter.api.Test;

/** The regular customers of Fader and Hardie 2007, who renew each year (clv.md 3.8); a year brings one cent. */
class ContractValuationTest {

    private static final List<Integer> PUBLISHED = List.of(1000, 631, 468, 382, 326, 289, 262, 241);

    /** At 10 %: DEL 3.695147 and DERL 6.8426 just before renewal 8, by the rounded parameters 0.704 and 1.182. */
    @Test
    void valuesForEverAsPublished() {
        Valuation valuation = valuation(books(), "0.10", Optional.empty());

        relatively(6.8426, valuation.customers().get(0).discountedPurchases(), 2e-4);
        relatively(3.695147, 1 + valuation.segments().get(0).newCustomer().discountedPurchases(), 2e-4);
        assertEquals(BigInteger.ZERO, valuation.customers().get(999).value());
    }

    /** A horizon holds the payments that are due before it ends, that of today the first. */
    @Test
    void countsPaymentsThatAreDueWithinTheHorizon() {
        List<String> lengths = List.of("P1D", "P1Y", "P1Y1D", "P18M", "P2Y", "P100Y");

        List<Integer> payments = lengths.stream()
                .map(length -> terms("0.10", PeriodLength.read(length)))
                .map(terms -> ContractPace.of(Term.P1Y, terms).payments().orElseThrow())
                .toList();

        assertEquals(List.of(1, 1, 2, 2, 2, 100), payments);
        assertEquals(
                Optional.of(5),
                ContractPace.of(Term.P1M, terms("0", PeriodLength.read("P5M"))).payments());
        assertEquals(
                Optional.of(1),
                ContractPace.of(Term.P3M, terms("0", PeriodLength.read("P13W"))).payments());
    }

    /** The smallest rate that can be given discounts nothing within any horizon. */
    @Test
    void takesARateOfNextToNothing() {
        PeriodLength years = PeriodLength.read("P9Y").orElseThrow();

        assertEquals(
                valuation(books(), "0", Optional.of(years)).total(),
                valuation(books(), "0.000000000001", Optional.of(years)).total());
    }

    /** Monthly payback is the value of a new customer within as many months. */
    @Test
    void paybackAgreesWithTheHorizon() {
        NewCustomer month30 = valuation(books(), "0.10", PeriodLength.read("P30M"))
                .segments()
                .get(0)
                .newCustomer();

        relatively(month30.beforeAcquisition(), month30.months(30).get(30), 1e-12);
    }

    @Test
    void saysHowManyCameBack() {
        HistoriesFixture books = books().bought("2000-03-01", "2002-03-01").bought("2000-03-01", "2003-03-01");

        FitDetail detail = fit(books.histories());

        assertEquals(
                List.of("2 customers bought again after a period of P1Y without a purchase; they count as having left"
                        + " and are worth 0. Where they are many this is no contract of that period: give a longer"
                        + " period, or a model of purchases such as AUTO."),
                detail.warnings());
    }

    private static HistoriesFixture books() {
        HistoriesFixture books = new HistoriesFixture(1, "2000-01-01", "2007-12-31");
        for (int customer = 0; customer < 1000; customer++) {
            int place = customer;
            int years = (int) PUBLISHED.stream().filter(left -> left > place).count();
            books.bought(IntStream.range(0, years)
                    .mapToObj(year -> (2000 + year) + "-03-01")
                    .toArray(String[]::new));
        }
        return books;
    }

    private static FitDetail fit(Histories histories) {
        return FittingFixture.fit(
                new FitRequest(
                        histories.query(),
                        Optional.empty(),
                        ModelChoice.SBG,
                        Optional.of(Term.P1Y),
                        ValueModel.CREDIBILITY_MARGIN),
                histories);
    }

    private static Valuation valuation(HistoriesFixture books, String rate, Optional<PeriodLength> length) {
        Histories histories = books.histories();
        return new Valuation(fit(histories), Optional.of(Term.P1Y), histories, terms(rate, length));
    }

    private static Terms terms(String rate, Optional<PeriodLength> length) {
        return new Terms(Optional.empty(), length, new AnnualRate(new BigDecimal(rate)));
    }
}
