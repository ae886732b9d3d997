package nl.marge.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadTest {

    private static final Size SIZE = new Size(7, 500, 300, 40, 6, 1);

    @Test
    void everyEntryBalances() {
        new Workload(SIZE)
                .forEachEntry((index, date, lines) -> assertEquals(
                        0, Arrays.stream(lines).mapToLong(Workload.Line::cents).sum(), () -> "entry " + index));
    }

    @Test
    void equalSeedsGiveEqualBooksAndOthersOthers(@TempDir Path folder) throws Exception {
        byte[] books = Files.readAllBytes(new Books(new Workload(SIZE), folder).ndjson("a"));
        byte[] again = Files.readAllBytes(new Books(new Workload(SIZE), folder).ndjson("a"));
        byte[] others =
                Files.readAllBytes(new Books(new Workload(new Size(8, 500, 300, 40, 6, 1)), folder).ndjson("a"));

        assertTrue(Arrays.equals(books, again));
        assertNotEquals(new String(books), new String(others));
    }

    @Test
    void noTwoDimensionSetsAreEqual() {
        Workload workload = new Workload(SIZE);
        Set<String> sets = new HashSet<>();
        for (int set = 0; set < SIZE.sets(); set++) {
            sets.add(workload.setJson(set));
        }

        assertEquals(SIZE.sets(), sets.size());
    }

    @Test
    void firstSetIsDrawnMostAndTheLastOnesSeldom() {
        int[] drawn = new int[SIZE.sets()];
        new Workload(SIZE).forEachEntry((index, date, lines) -> {
            for (Workload.Line line : lines) {
                drawn[line.set()]++;
            }
        });

        assertEquals(Arrays.stream(drawn).max().orElseThrow(), drawn[0]);
        assertTrue(Arrays.stream(drawn, 0, 30).sum()
                > Arrays.stream(drawn, 150, 300).sum());
    }

    @Test
    void ndjsonAndRowsHoldTheSameLines(@TempDir Path folder) throws Exception {
        Books books = new Books(new Workload(SIZE), folder);

        List<String> entries = Files.readAllLines(books.ndjson("x"));
        List<String> rows = Files.readAllLines(books.rows());

        assertEquals(SIZE.entries(), entries.size());
        assertEquals(SIZE.lines(), rows.size());
        String[] row = rows.get(5).split("\t");
        assertEquals(List.of("1", "1", "2"), Arrays.asList(row).subList(0, 3));
        String account = Workload.accountCode(Integer.parseInt(row[3]) - 1);
        assertTrue(entries.get(1).contains("{\"account\":\"" + account + "\",\"amount\":\"" + row[5] + "\""));
    }

    @Test
    void amountsHaveTwoDecimals() {
        assertEquals("0.05", Workload.amount(5));
        assertEquals("-0.05", Workload.amount(-5));
        assertEquals("-12.30", Workload.amount(-1230));
    }

    @Test
    void refusesMoreSetsThanThereAreCombinations() {
        assertThrows(IllegalArgumentException.class, () -> new Size(1, 1, 1001, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Size.of("lines=5"));
        assertEquals(250_000, Size.of("entries=250000").entries());
    }
}
