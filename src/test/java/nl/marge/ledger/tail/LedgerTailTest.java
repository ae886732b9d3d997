package nl.marge.ledger.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerTailTest {

    @Test
    void cutsAnyPageIntoBlocksThatMissNothingAndStayWithinTheLimits() {
        for (int seed = 1; seed <= 200; seed++) {
            List<PublishedBatch> page = page(new Random(seed));

            List<List<PublishedBatch>> groups = LedgerTail.groups(page);

            assertEquals(
                    numbers(page), numbers(groups.stream().flatMap(List::stream).toList()));
            for (List<PublishedBatch> group : groups) {
                staysWithinTheLimits(group);
            }
        }
    }

    @Test
    void readsALargeBatchInParts() {
        PublishedBatch large = new PublishedBatch(7, 101, 0, 999_999, true, 2_000_000, Instant.EPOCH);

        List<List<PublishedBatch>> groups = LedgerTail.groups(List.of(large));

        assertEquals(8, groups.size());
        assertEquals(List.of(large.part(0, 124_999)), groups.get(0));
        assertEquals(List.of(large.part(875_000, 999_999)), groups.get(7));
    }

    private static void staysWithinTheLimits(List<PublishedBatch> group) {
        assertTrue(group.size() <= LedgerTail.BLOCK_BATCHES);
        if (group.size() > 1) {
            assertTrue(group.stream().allMatch(PublishedBatch::whole));
            assertTrue(group.stream().mapToLong(PublishedBatch::linesAtMost).sum() <= LedgerTail.BLOCK_LINES);
        }
    }

    private static List<PublishedBatch> page(Random random) {
        List<PublishedBatch> page = new ArrayList<>();
        long number = 1;
        int count = 1 + random.nextInt(3_000);
        for (int i = 0; i < count; i++) {
            int entries = random.nextInt(500) == 0 ? 600_000 : 1 + random.nextInt(2_000);
            int first = i == 0 ? random.nextInt(entries) : 0;
            page.add(new PublishedBatch(
                    random.nextLong(), number, first, entries - 1, first == 0, entries * 2L, Instant.EPOCH));
            number += entries;
        }
        return page;
    }

    private static List<Long> numbers(List<PublishedBatch> batches) {
        List<Long> ends = new ArrayList<>();
        long next = batches.get(0).numberOf(batches.get(0).firstOrdinal());
        for (PublishedBatch batch : batches) {
            assertEquals(next, batch.numberOf(batch.firstOrdinal()));
            next = batch.numberOf(batch.lastOrdinal()) + 1;
        }
        ends.add(next);
        return ends;
    }
}
