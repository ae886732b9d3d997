package nl.marge.customervalue.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantRetentionTest {

    /** Gupta and Lehmann 2003, their table of margin multiples. */
    @ParameterizedTest
    @CsvSource({
        "0.10, 1.20 1.75 2.67 4.50",
        "0.12, 1.15 1.67 2.50 4.09",
        "0.14, 1.11 1.59 2.35 3.75",
        "0.16, 1.07 1.52 2.22 3.46"
    })
    void givesTheMarginMultiplesOfGuptaAndLehmann(String rate, String row) {
        List<String> retentions = List.of("0.60", "0.70", "0.80", "0.90");
        for (int i = 0; i < retentions.size(); i++) {
            ConstantRetention law = law(retentions.get(i), rate);

            assertEquals(row.split(" ")[i], rounded(law.multiple(PaymentTiming.ARREARS_RETAINED)));
        }
    }

    /** The three conventions of note 024: a margin of 100 with 80 % retention at 10 %. */
    @Test
    void tellsTheThreeTimingsApart() {
        assertEquals("366.67", worth("100", PaymentTiming.ADVANCE));
        assertEquals("266.67", worth("100", PaymentTiming.ARREARS_RETAINED));
        assertEquals("333.33", worth("100", PaymentTiming.ARREARS_FIRST_SURE));
    }

    /** domain.md, oracle G: m = 1000, r = 0.8, d = 0.10; for ever, and over five periods. */
    @Test
    void givesOracleG() {
        ConstantRetention law = law("0.8", "0.10");

        assertEquals("3666.67", worth("1000", PaymentTiming.ADVANCE));
        assertEquals("3333.33", worth("1000", PaymentTiming.ARREARS_FIRST_SURE));
        assertEquals("2666.67", worth("1000", PaymentTiming.ARREARS_RETAINED));
        BigDecimal margin = new BigDecimal("1000");
        assertEquals("2920.63", rounded(margin.multiply(law.multiple(PaymentTiming.ADVANCE, 5))));
        assertEquals("2655.12", rounded(margin.multiply(law.multiple(PaymentTiming.ARREARS_FIRST_SURE, 5))));
        assertEquals("2124.10", rounded(margin.multiply(law.multiple(PaymentTiming.ARREARS_RETAINED, 5))));
    }

    @Test
    void countsPeriodsWhenEverybodyStaysAndNothingIsDiscounted() {
        ConstantRetention law = law("1", "0");

        assertEquals("7.00", rounded(law.multiple(PaymentTiming.ADVANCE, 7)));
        assertEquals(
                "Everybody stays and nothing is discounted: for ever there is no finite value. Give a rate above zero,"
                        + " a retention below 1, or a number of periods.",
                assertThrows(IllegalArgumentException.class, () -> law.multiple(PaymentTiming.ADVANCE))
                        .getMessage());
    }

    @Test
    void worthNothingMoreWhenNobodyStays() {
        assertEquals("1.00", rounded(law("0", "0.1").multiple(PaymentTiming.ADVANCE)));
        assertEquals("0.00", rounded(law("0", "0.1").multiple(PaymentTiming.ARREARS_RETAINED, 3)));
        assertEquals("0.00", rounded(law("0.8", "0.1").multiple(PaymentTiming.ADVANCE, 0)));
    }

    @Test
    void refusesWhatIsNoShareAndNoRate() {
        refuses("The retention is 1.1. Give a fraction from 0 to 1: 0.8 is 80 %.", () -> law("1.1", "0.5"));
        refuses("The retention is -0.1. Give a fraction from 0 to 1: 0.8 is 80 %.", () -> law("-0.1", "0.5"));
        refuses("The rate is -0.01. Give a fraction of zero or more: 0.10 is 10 %.", () -> law("0.8", "-0.01"));
        refuses("The number of periods is -1. Give one from 0 to 12000.", () -> law("0.8", "0.1")
                .multiple(PaymentTiming.ADVANCE, -1));
    }

    private static void refuses(String message, Runnable question) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, question::run).getMessage());
    }

    private static ConstantRetention law(String retention, String rate) {
        return new ConstantRetention(new BigDecimal(retention), new BigDecimal(rate));
    }

    private static String worth(String margin, PaymentTiming timing) {
        return rounded(new BigDecimal(margin).multiply(law("0.8", "0.10").multiple(timing)));
    }

    private static String rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
