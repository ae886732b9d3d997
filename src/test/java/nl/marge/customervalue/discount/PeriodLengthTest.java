package nl.marge.customervalue.discount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodLengthTest {

    /** The roots to forty decimals by an independent calculation (Python's decimal, 60 digits). */
    @ParameterizedTest
    @CsvSource({
        "0.10, P1Y, 1.1",
        "0.10, P12M, 1.1",
        "0.10, P2Y, 1.21",
        "0.21, P6M, 1.1",
        "0.331, P4M, 1.1",
        "0, P7D, 1",
        "1, P100Y, 1267650600228229401496703205376",
        "0.10, P1M, 1.0079741404289037410660318442232303331825",
        "0.10, P1W, 1.0018282846336430310621653014711049181365"
    })
    void growsByTheRateOfThePeriod(String rate, String period, String growth) {
        BigDecimal grown = PeriodLength.read(period)
                .orElseThrow()
                .growth(AnnualRate.read(rate).orElseThrow());

        assertEquals(0, new BigDecimal(growth).compareTo(grown));
    }

    @Test
    void growsDayByDayAsByYears() {
        AnnualRate rate = AnnualRate.read("0.10").orElseThrow();

        assertEquals(0, new BigDecimal("1.4641").compareTo(rate.growthInDays(1461)));
        assertEquals(0, BigDecimal.ONE.compareTo(rate.growthInDays(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "P0D", "-P1Y", "P-1Y", "PT1H", "P1Y ", "p1y", "P101Y", "P99999999999Y", "1Y"})
    void refusesWhatIsNoLength(String text) {
        assertTrue(PeriodLength.read(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-0.1", "1.01", "10", "1e-1", ".1", "0,1", "0.0000000000001", "NaN", "00.1"})
    void refusesWhatIsNoRate(String text) {
        assertTrue(AnnualRate.read(text).isEmpty());
    }
}
