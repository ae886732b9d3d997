package nl.marge.ledger.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final ReadAhead ahead = new ReadAhead();

    @AfterEach
    void stop() {
        ahead.stop();
    }

    @Test
    void handsOverEveryPartOnceAndInOrder() {
        Random random = new Random(41);
        for (int parts = 0; parts < 40; parts++) {
            List<Integer> all = IntStream.range(0, parts).boxed().toList();
            List<Integer> read = new ArrayList<>();

            ahead.inPairs(all, part -> slowly(part, random.nextInt(300)), read::add);

            assertEquals(all, read);
        }
    }

    /** Each of the two waits for the other, so it only ends where both are read at a time. */
    @Test
    void readsTwoPartsAtATime() {
        CountDownLatch both = new CountDownLatch(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        ahead.inPairs(List.of(1, 2), part -> met(part, both, threads), part -> {});

        assertEquals(2, threads.size());
    }

    @Test
    void doesNotWaitForAHelperThatIsBusyElsewhere() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch free = new CountDownLatch(1);
        Thread other = new Thread(() -> ahead.inPairs(
                List.of(1, 2),
                part -> {
                    begun.countDown();
                    await(free);
                    return part;
                },
                part -> {}));
        other.start();
        begun.await();
        List<Integer> read = new ArrayList<>();

        ahead.inPairs(List.of(3, 4, 5), part -> part, read::add);

        assertEquals(List.of(3, 4, 5), read);
        free.countDown();
        other.join();
    }

    @Test
    void tellsWhatFailedAheadAndHandsOverNothingBehindIt() {
        List<Integer> read = new ArrayList<>();

        RuntimeException failure = assertThrows(
                RuntimeException.class, () -> ahead.inPairs(List.of(1, 2, 3), ReadAheadTest::failingAtTwo, read::add));

        assertTrue(failure.toString().contains("two")
                || failure.getCause().toString().contains("two"));
        assertEquals(List.of(1), read);
    }

    private static Integer failingAtTwo(int part) {
        if (part == 2) {
            throw new IllegalArgumentException("two");
        }
        return part;
    }

    private static int met(int part, CountDownLatch both, Set<Thread> threads) {
        threads.add(Thread.currentThread());
        both.countDown();
        await(both);
        return part;
    }

    private static int slowly(int part, int rounds) {
        double spent = 0;
        for (int i = 0; i < rounds * 100; i++) {
            spent += Math.sqrt(i);
        }
        return spent < 0 ? -1 : part;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
