package nl.marge.cube;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import nl.marge.dimension.grouping.GroupTable;

/**
 * Runs scans: a large one on two threads, the caller's and a helper's, who take chunk after chunk. A helper that is
 * busy elsewhere is not waited for.
 */
@ApplicationScoped
class Scanner {

    /** Below so many lines a second thread costs more than it brings. */
    static final long LINES_FOR_TWO = 300_000;

    private final ExecutorService helpers =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), work -> {
                Thread thread = new Thread(work, "cube-scan");
                thread.setDaemon(true);
                return thread;
            });

    /** Adds up lines of chunks. One serves one thread. */
    interface ChunkScan {

        /** Adds the lines from {@code start} to before {@code end} of a chunk. */
        void add(Chunk chunk, int start, int end);
    }

    /** Lines {@code start} to before {@code end} of a chunk. */
    private record Stretch(Chunk chunk, int start, int end) {}

    /** Adds up the lines of the entries after number {@code after} up to {@code through}. */
    Cells sum(Columns columns, long after, long through, CubeQuery query, GroupTable groups) {
        List<Stretch> stretches = stretches(columns, after, through);
        // The lines of an entry may lie in two chunks: who counts entries must see all of them in order.
        Scan scan = query.measure() == Measure.ENTRIES
                ? scanned(stretches, new AtomicInteger(), new Scan(query, groups))
                : scanned(stretches, () -> new Scan(query, groups), Scan::merged);
        return scan.cells();
    }

    /** Adds up the lines of the entries up to {@code through} by days. */
    DaySums days(Columns columns, long through, CubeQuery query, GroupTable groups) {
        List<Stretch> stretches = stretches(columns, 0, through);
        return scanned(stretches, () -> new DaySums.Scan(query, groups), DaySums.Scan::merged)
                .sums();
    }

    private <S extends ChunkScan> S scanned(List<Stretch> stretches, Supplier<S> scans, BinaryOperator<S> merged) {
        AtomicInteger next = new AtomicInteger();
        long lines = stretches.stream().mapToLong(part -> part.end - part.start).sum();
        if (lines < LINES_FOR_TWO) {
            return scanned(stretches, next, scans.get());
        }
        AtomicBoolean claimed = new AtomicBoolean();
        Future<S> helper =
                helpers.submit(() -> claimed.compareAndSet(false, true) ? scanned(stretches, next, scans.get()) : null);
        S own = scanned(stretches, next, scans.get());
        return claimed.compareAndSet(false, true) ? own : merged.apply(own, result(helper));
    }

    private static <S extends ChunkScan> S scanned(List<Stretch> stretches, AtomicInteger next, S scan) {
        for (int i = next.getAndIncrement(); i < stretches.size(); i = next.getAndIncrement()) {
            Stretch part = stretches.get(i);
            scan.add(part.chunk, part.start, part.end);
        }
        return scan;
    }

    private static <S> S result(Future<S> helper) {
        try {
            return helper.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a scan failed", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while adding up the ledger", stopped);
        }
    }

    private static List<Stretch> stretches(Columns columns, long after, long through) {
        Chunk[] chunks = columns.chunks();
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < chunks.length; i++) {
            boolean whollyBefore = i + 1 < chunks.length && chunks[i + 1].firstNumber() <= after;
            if (!whollyBefore && chunks[i].firstNumber() <= through) {
                int start = after == 0 ? 0 : chunks[i].linesThrough(after);
                int end = through >= columns.number() ? chunks[i].lines() : chunks[i].linesThrough(through);
                stretches.add(new Stretch(chunks[i], start, end));
            }
        }
        return stretches;
    }

    @PreDestroy
    void stop() {
        helpers.shutdownNow();
    }
}
