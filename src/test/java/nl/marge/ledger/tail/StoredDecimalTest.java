package nl.marge.ledger.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredDecimalTest {

    @ParameterizedTest
    @CsvSource({
        "123.4500, 2, 12345",
        "-123.4500, 2, -12345",
        "0.0000, 2, 0",
        "-0.0100, 2, -1",
        "17.0000, 0, 17",
        "0.1234, 4, 1234",
        "1.5, 6, 1500000",
        "42, 3, 42000",
        "922337203685477.5807, 4, 9223372036854775807",
        "-922337203685477.5808, 4, -9223372036854775808"
    })
    void tellsUnits(String text, int decimals, long units) {
        assertEquals(units, StoredDecimal.units(text, decimals));
    }

    @ParameterizedTest
    @CsvSource({"1.2345, 2", "0.5000, 0", "922337203685477.5808, 4", "-92233720368547758.0900, 2"})
    void refusesWhatDoesNotGoIntoUnits(String text, int decimals) {
        assertThrows(ArithmeticException.class, () -> StoredDecimal.units(text, decimals));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void tellsWhatDecimalsTell(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            int decimals = random.nextInt(5);
            long units = random.nextLong() >> 14 + random.nextInt(50);
            String text = BigDecimal.valueOf(units, decimals).setScale(4).toPlainString();

            assertEquals(units, StoredDecimal.units(text, decimals), text);
        }
    }
}
