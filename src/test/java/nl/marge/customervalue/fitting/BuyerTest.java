package nl.marge.customervalue.fitting;

import static nl.marge.customervalue.Close.asPrinted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.HistoriesFixture;
import nl.marge.customervalue.purchase.PurchaseHistory;
import org.junit.jupiter.api.Test;

/** The customer of docs/spec-clv.md, in whole euros. */
class BuyerTest {

    private static final CustomerDays DAYS = new HistoriesFixture(1, "2026-01-01", "2026-12-31")
            .posted(new TreeMap<>(Map.of(
                    LocalDate.of(2026, 3, 2), List.of(100L, 40L, 2L, 0L),
                    LocalDate.of(2026, 3, 5), List.of(0L, -5L, 0L, 0L),
                    LocalDate.of(2026, 3, 10), List.of(-20L, -8L, 1L, 0L),
                    LocalDate.of(2026, 5, 1), List.of(80L, 30L, 2L, 0L),
                    LocalDate.of(2026, 5, 20), List.of(0L, 0L, 3L, 0L))))
            .histories()
            .customers()
            .get(0);

    @Test
    void countsDaysWithRevenueAndTheMarginUntilTheNextOne() {
        Buyer buyer = asOf("2026-05-31").orElseThrow();

        assertEquals(new PurchaseHistory(1, 60, 90), buyer.history());
        assertEquals(2, buyer.margins().count());
        assertEquals(28.5, buyer.margins().mean(), 1e-12);
        assertEquals(27 * 27 + 30 * 30, buyer.margins().square(), 1e-9);
    }

    @Test
    void tellsCostToServeAWeekInStretchesOfFourWeeks() {
        Buyer buyer = asOf("2026-05-31").orElseThrow();

        assertEquals(4, buyer.serving().count());
        assertEquals(13, buyer.serving().weight(), 1e-12);
        assertEquals(8, buyer.serving().margin(), 1e-12);
        assertEquals(4 * 0.75 * 0.75 + 4 * 1.25 * 1.25, buyer.serving().square(), 1e-12);
        asPrinted("0.6154", buyer.serving().mean());
    }

    @Test
    void knowsNothingOfWhatComesLater() {
        Buyer buyer = asOf("2026-03-09").orElseThrow();

        assertEquals(new PurchaseHistory(0, 0, 7), buyer.history());
        assertEquals(35, buyer.margins().mean(), 1e-12);
        assertEquals(Optional.empty(), asOf("2026-03-01"));
        assertEquals(1, Buyer.purchases(DAYS, day("2026-03-09"), day("2026-05-31")));
    }

    private static Optional<Buyer> asOf(String day) {
        return Buyer.asOf(DAYS, day(day));
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }
}
