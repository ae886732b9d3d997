package nl.marge.customervalue.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.history.HistoriesFixture;
import nl.marge.customervalue.model.Horizon;
import nl.marge.customervalue.renewal.Renewals.Term;
import org.junit.jupiter.api.Test;

class ContractSumsTest {

    private static final double MONTH = Horizon.WEEKS_PER_YEAR / 12;

    /** Margins of 8.00, 9.00 and 9.50; of the 2.00 of cost 1.00, 0.80 and 0.20, the last in 10 of 31 days of March. */
    @Test
    void addsUpWhatEachPeriodBroughtAndCost() {
        ContractSums sums = sums(
                "2026-03-10",
                Map.of(
                        "2026-01-05", List.of(2000L, 1000L, 100L, 0L),
                        "2026-01-20", List.of(-400L, -200L, 0L, 0L),
                        "2026-02-03", List.of(2000L, 900L, 50L, 0L),
                        "2026-02-25", List.of(0L, 0L, 30L, 0L),
                        "2026-03-02", List.of(2000L, 950L, 20L, 0L)));

        assertEquals(3, sums.margins().count());
        assertEquals(2650, sums.margins().margin());
        assertEquals(640_000 + 810_000 + 902_500, sums.margins().square());
        assertEquals(200, sums.serving().margin(), 1e-9);
        assertEquals(MONTH * (2 + 10 / 31.0), sums.serving().weight(), 1e-12);
    }

    /** The reminder of March belongs to February, the last month paid; from May on there is another contract. */
    @Test
    void leavesOutWhatFollowsAReturn() {
        ContractSums sums = sums(
                "2026-05-31",
                Map.of(
                        "2026-01-05", List.of(2000L, 1000L, 100L, 0L),
                        "2026-02-05", List.of(2000L, 900L, 100L, 0L),
                        "2026-03-15", List.of(0L, 0L, 30L, 0L),
                        "2026-05-05", List.of(2000L, 800L, 70L, 0L)));

        assertEquals(2, sums.margins().count());
        assertEquals(1900, sums.margins().margin());
        assertEquals(230, sums.serving().margin(), 1e-9);
        assertEquals(MONTH * 2, sums.serving().weight(), 1e-12);
    }

    private static ContractSums sums(String end, Map<String, List<Long>> byDay) {
        TreeMap<LocalDate, List<Long>> figures = new TreeMap<>();
        byDay.forEach((day, of) -> figures.put(LocalDate.parse(day), of));
        Histories histories = new HistoriesFixture(1, "2026-01-01", "2026-12-31")
                .posted(figures)
                .histories();
        int last = Math.toIntExact(LocalDate.parse(end).toEpochDay());
        return ContractSums.of(histories, histories.customers().get(0), Term.P1M, last)
                .orElseThrow();
    }
}
