package nl.marge.customervalue.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import nl.marge.customervalue.discount.AnnualRate;
import nl.marge.customervalue.discount.PeriodLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentStreamTest {

    /** The segments of worked example A: CM4 by customers, nothing rounded in between (domain.md, oracle G). */
    @ParameterizedTest
    @CsvSource({"165938.50, 12, 0.9, 15000, 61823.38", "82480.00, 80, 0.8, 900, 2782.14", "14200.00, 600, 0.6, 40, 9.31"
    })
    void segmentsOfExampleAComeOut(String margin, int customers, String retention, String cost, String value) {
        RetentionTerms terms = new RetentionTerms(
                new BigDecimal(margin).divide(BigDecimal.valueOf(customers), PaymentStream.DIGITS),
                new BigDecimal(retention),
                BigDecimal.ZERO,
                AnnualRate.read("0.08").orElseThrow(),
                PeriodLength.read("P1Y").orElseThrow(),
                OptionalLong.empty(),
                Timing.ARREARS_FIRST_SURE,
                new BigDecimal(cost),
                2);

        assertEquals(value, SimpleClvBody.of(terms).value());
    }

    @Test
    void addsUpAsOneByOneDoes() {
        long seed = 20261126;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            BigDecimal first = BigDecimal.valueOf(random.nextInt(200_000) - 100_000, 2);
            BigDecimal ratio = BigDecimal.valueOf(random.nextInt(130), 2);
            int payments = random.nextInt(60);
            PaymentStream stream = new PaymentStream(first, ratio);

            BigDecimal sum = BigDecimal.ZERO;
            for (int k = 0; k < payments; k++) {
                sum = sum.add(first.multiply(ratio.pow(k)));
            }

            BigDecimal off = stream.sum(payments).subtract(sum).abs();
            assertTrue(
                    off.compareTo(new BigDecimal("1e-40")) < 0,
                    "seed " + seed + ": " + payments + " times " + stream + " is off by " + off);
        }
    }

    @Test
    void earnsACostThatOnePaymentIsWorthExactly() {
        assertEquals(0, payback("1000", "0", "1000", 9).compareTo(BigDecimal.ONE));
        assertEquals(0, payback("1000", "1", "3000", 3).compareTo(BigDecimal.valueOf(3)));
    }

    @Test
    void takesAHundredQuadrillionPaymentsAsQuicklyAsOne() {
        BigDecimal payments = payback("0.01", "1", "999999999999999.99", Long.MAX_VALUE);

        assertEquals(
                "99999999999999999", payments.setScale(0, RoundingMode.HALF_UP).toPlainString());
    }

    @Test
    void neverEarnsWhatItOnlyComesNearerTo() {
        assertEquals(Optional.empty(), stream("1000", "0.5").payback(new BigDecimal("2000"), Long.MAX_VALUE));
        assertEquals(Optional.empty(), stream("1000", "1").payback(new BigDecimal("2000"), 1));
        assertEquals(Optional.empty(), stream("0", "1").payback(BigDecimal.ONE, Long.MAX_VALUE));
        assertEquals(Optional.empty(), stream("-1", "0.5").payback(BigDecimal.ONE, Long.MAX_VALUE));
    }

    @Test
    void hasNoSumForEverWhenPaymentsDoNotShrink() {
        assertEquals(Optional.empty(), stream("1", "1").sum());
        assertEquals(Optional.empty(), stream("1", "1.1").sum());
    }

    private static BigDecimal payback(String first, String ratio, String cost, long most) {
        return stream(first, ratio).payback(new BigDecimal(cost), most).orElseThrow();
    }

    private static PaymentStream stream(String first, String ratio) {
        return new PaymentStream(new BigDecimal(first), new BigDecimal(ratio));
    }
}
