package nl.marge.profitability.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import nl.marge.kernel.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateShiftTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-12, 2025-01, 2025-12",
        "2026-03, 2026-03, 2025-03, 2025-03",
        "2026-03-16, 2026-04-02, 2025-03-16, 2025-04-02",
        "2025-02-01, 2025-02-28, 2024-02-01, 2024-02-29",
        "2024-02-01, 2024-02-29, 2023-02-01, 2023-02-28",
        "2024-02-29, 2024-02-29, 2023-02-28, 2023-02-28",
        "2025-02-10, 2025-02-28, 2024-02-10, 2024-02-28"
    })
    void findsTheSameDatesAYearBefore(String from, String to, String expectedFrom, String expectedTo) {
        assertEquals(
                range(expectedFrom, expectedTo),
                DateShift.year().of(range(from, to)).get());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-12, 2025-01, 2025-12",
        "2026-01, 2026-03, 2025-10, 2025-12",
        "2026-03, 2026-03, 2026-02, 2026-02",
        "2026-03-01, 2026-03-31, 2026-02-01, 2026-02-28",
        "2026-03-16, 2026-03-16, 2026-03-15, 2026-03-15",
        "2026-03-10, 2026-03-19, 2026-02-28, 2026-03-09",
        "2024-03-01, 2024-03-30, 2024-01-31, 2024-02-29"
    })
    void findsAsLongARangeRightBefore(String from, String to, String expectedFrom, String expectedTo) {
        DateRange range = range(from, to);

        assertEquals(
                range(expectedFrom, expectedTo),
                DateShift.lengthOf(range).of(range).get());
    }

    @Test
    void findsNothingBeforeTheDatesMargeKnows() {
        assertEquals(Optional.empty(), DateShift.year().of(range("1900-01", "1901-12")));
        assertEquals(
                Optional.empty(),
                DateShift.lengthOf(range("1900-02", "1900-03")).of(range("1900-02", "1900-03")));
    }

    @Test
    void noStepLeavesTheRangeAsItIs() {
        assertEquals(
                range("2026-01", "2026-03"),
                DateShift.none().of(range("2026-01", "2026-03")).get());
        assertEquals(
                range("2026-01-31", "2026-02-28"),
                DateShift.none().of(range("2026-01-31", "2026-02-28")).get());
    }

    private static DateRange range(String from, String to) {
        LocalDate first = DateRange.period(from).map(period -> period.atDay(1)).orElseGet(() -> LocalDate.parse(from));
        LocalDate last = DateRange.period(to).map(YearMonth::atEndOfMonth).orElseGet(() -> LocalDate.parse(to));
        return new DateRange(from, to, first, last);
    }
}
