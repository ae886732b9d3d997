package nl.marge.allocation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.marge.allocation.plan.PlanBooks;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import org.junit.jupiter.api.Test;

class RunEntriesTest {

    @Test
    void putsWhatLeavesAndWhatArrivesIntoOneEntryThatSumsToZero() {
        PlanBooks books = PlanBooks.direct(3);
        PlannedRun run = books.planned(books.gathered(List.of(10000L), List.of("1", "1", "1")));

        List<WeighedEntry> entries = entries(run);

        assertEquals(1, entries.size());
        assertEquals(List.of(-10000L, 3334L, 3333L, 3333L), sorted(entries.get(0)));
    }

    @Test
    void leavesOnTheMembershipDateOfTheSourceAndArrivesOnTheLastDay() {
        PlanBooks books = PlanBooks.direct(1);
        PlannedRun run = books.planned(books.gathered(List.of(500L), List.of("4")));

        WeighedEntry entry = entries(run).get(0);

        Map<Long, String> dates = new TreeMap<>();
        entry.lines()
                .forEach(line -> dates.put(line.amount(), line.membershipDate().toString()));
        assertEquals(Map.of(-500L, "2026-03-01", 500L, "2026-03-31"), dates);
        assertEquals("2026-03-31", entry.postingDate().toString());
    }

    @Test
    void makesNoEntryWhereNothingIsToBeAllocated() {
        PlanBooks books = PlanBooks.direct(2);

        assertTrue(entries(books.planned(books.gathered(List.of(), List.of("1", "1"))))
                .isEmpty());
        assertTrue(entries(books.planned(books.gathered(List.of(700L), List.of("0", "0"))))
                .isEmpty());
    }

    /** Many receivers and sources of both signs: more than one entry, a line divided where one is full. */
    @Test
    void cutsManyLinesIntoEntriesThatEachSumToZeroAndLosesNoCent() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            PlanBooks books = PlanBooks.direct(25_000);
            List<Long> amounts = new ArrayList<>();
            List<String> quantities = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                amounts.add(random.nextLong(-2_000_000, 9_000_000));
            }
            for (int i = 0; i < 25_000; i++) {
                quantities.add(Integer.toString(random.nextInt(40)));
            }
            PlannedRun run = books.planned(books.gathered(amounts, quantities));

            List<WeighedEntry> entries = entries(run);

            assertTrue(entries.size() > 1, "seed " + seed);
            for (WeighedEntry entry : entries) {
                assertTrue(entry.lines().size() <= 10_000, "seed " + seed);
                assertEquals(
                        0, entry.lines().stream().mapToLong(WeighedLine::amount).sum(), "seed " + seed);
                assertTrue(entry.lines().stream().noneMatch(line -> line.amount() == 0), "seed " + seed);
            }
            assertEquals(
                    amounts.stream().mapToLong(Long::longValue).sum(),
                    entries.stream()
                            .flatMap(entry -> entry.lines().stream())
                            .filter(line -> line.membershipDate().getDayOfMonth() == 31)
                            .mapToLong(WeighedLine::amount)
                            .sum(),
                    "seed " + seed);
        }
    }

    private static List<WeighedEntry> entries(PlannedRun run) {
        List<WeighedEntry> entries = new ArrayList<>();
        new RunEntries("17", run).forEachRemaining(entries::addAll);
        return entries;
    }

    private static List<Long> sorted(WeighedEntry entry) {
        return entry.lines().stream()
                .map(WeighedLine::amount)
                .sorted((a, b) -> Math.abs(a) == Math.abs(b) ? 0 : Long.compare(Math.abs(b), Math.abs(a)))
                .toList();
    }
}
