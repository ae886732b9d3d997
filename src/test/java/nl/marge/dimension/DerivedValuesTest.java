package nl.marge.dimension;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DerivedValues.Shown;
import org.junit.jupiter.api.Test;

class DerivedValuesTest {

    private final DimensionBooks books = new DimensionBooks()
            .dimension("CUSTOMER", "C1", "C2")
            .dimension("SEGMENT", "KEY", "MKB", "WEB")
            .dimension("GROUP", "BIG", "SMALL")
            .member("CUSTOMER", "C1", "SEGMENT", "KEY", "2025-01-01")
            .member("CUSTOMER", "C1", "SEGMENT", "MKB", "2026-04-01")
            .member("CUSTOMER", "C1", "SEGMENT", null, "2026-07-01")
            .member("SEGMENT", "KEY", "GROUP", "BIG", null)
            .member("SEGMENT", "MKB", "GROUP", "SMALL", null)
            .member("SEGMENT", "WEB", "GROUP", "SMALL", "2026-03-01");

    @Test
    void followsChainFromCustomerToSegmentToGroup() {
        assertEquals(
                Map.of("SEGMENT", shown("KEY", "CUSTOMER", "2025-01-01"), "GROUP", shown("BIG", "SEGMENT", null)),
                derived("2026-03-31", "CUSTOMER:C1"));
        assertEquals(
                Map.of("SEGMENT", shown("MKB", "CUSTOMER", "2026-04-01"), "GROUP", shown("SMALL", "SEGMENT", null)),
                derived("2026-04-01", "CUSTOMER:C1"));
    }

    @Test
    void derivesNothingBeforeTheFirstMembershipAndAfterItsEnd() {
        assertEquals(Map.of(), derived("2024-12-31", "CUSTOMER:C1"));
        assertEquals(Map.of(), derived("2026-07-01", "CUSTOMER:C1"));
        assertEquals(Map.of(), derived("2026-03-31", "CUSTOMER:C2"));
        assertEquals(Map.of(), derived("2026-03-31"));
    }

    @Test
    void letsPostedValueWinAndDeriveOnFromIt() {
        assertEquals(
                Map.of("GROUP", shown("SMALL", "SEGMENT", "2026-03-01")),
                derived("2026-03-31", "CUSTOMER:C1", "SEGMENT:WEB"));
        assertEquals(
                Map.of("SEGMENT", shown("KEY", "CUSTOMER", "2025-01-01")),
                derived("2026-03-31", "CUSTOMER:C1", "GROUP:SMALL"));
    }

    @Test
    void derivesNothingFromPostedValueThatBelongsNowhere() {
        assertEquals(Map.of(), derived("2026-02-28", "CUSTOMER:C1", "SEGMENT:WEB"));
    }

    @Test
    void givesValueOfOneDimensionPostedOrDerived() {
        DerivedValues values = new DerivedValues(books.reference());
        int day = (int) LocalDate.of(2026, 3, 31).toEpochDay();

        assertEquals(
                books.valueId("GROUP", "BIG"),
                values.valueOf(books.set("CUSTOMER:C1"), books.dimensionId("GROUP"), day));
        assertEquals(
                books.valueId("SEGMENT", "WEB"),
                values.valueOf(books.set("SEGMENT:WEB"), books.dimensionId("SEGMENT"), day));
        assertEquals(0, values.valueOf(books.set("CUSTOMER:C2"), books.dimensionId("GROUP"), day));
    }

    private Map<String, Shown> derived(String day, String... pairs) {
        return new DerivedValues(books.reference())
                .show(books.set(pairs), (int) LocalDate.parse(day).toEpochDay());
    }

    private static Shown shown(String value, String by, String since) {
        return new Shown(value, by, Optional.ofNullable(since).map(LocalDate::parse));
    }
}
