package nl.marge.ledger.journal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.marge.company.Company;

/**
 * One writer per company. While it commits, the requests that arrive wait together and share the next commit; each is
 * answered only after its own commit. So single postings cost a share of a disk flush, and commit order is number
 * order.
 */
@ApplicationScoped
public class CompanyWriters {

    /** Lines in a shared commit: enough to make the flush cheap, little enough to keep everybody's wait short. */
    private static final int SHARED_LINES_LIMIT = 20_000;

    private final GroupCommit groupCommit;
    private final PostingMetrics metrics;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "posting");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Integer, Writer> writers = new ConcurrentHashMap<>();

    CompanyWriters(GroupCommit groupCommit, PostingMetrics metrics) {
        this.groupCommit = groupCommit;
        this.metrics = metrics;
    }

    /** Lays a unit down and waits until that is committed, or decided otherwise. */
    public UnitResult post(Company company, PostingUnit unit) {
        Waiting waiting = new Waiting(unit, new CompletableFuture<>());
        Writer writer = writers.computeIfAbsent(company.id(), id -> new Writer());
        writer.queue.add(waiting);
        writer.wake(company);
        try {
            return waiting.result().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private record Waiting(PostingUnit unit, CompletableFuture<UnitResult> result) {}

    private final class Writer {
        private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean running = new AtomicBoolean();

        void wake(Company company) {
            if (running.compareAndSet(false, true)) {
                threads.execute(() -> run(company));
            }
        }

        private void run(Company company) {
            try {
                for (List<Waiting> group = next(); !group.isEmpty(); group = next()) {
                    commit(company, group);
                }
            } finally {
                running.set(false);
            }
            if (!queue.isEmpty()) {
                wake(company);
            }
        }

        private List<Waiting> next() {
            List<Waiting> group = new ArrayList<>();
            int lines = 0;
            while (!queue.isEmpty()
                    && (group.isEmpty() || mayShare(group, lines, queue.peek().unit()))) {
                Waiting waiting = queue.poll();
                lines += waiting.unit().lines();
                group.add(waiting);
            }
            return group;
        }

        private static boolean mayShare(List<Waiting> group, int lines, PostingUnit next) {
            return !next.isExclusive()
                    && !group.get(0).unit().isExclusive()
                    && lines + next.lines() <= SHARED_LINES_LIMIT;
        }

        private void commit(Company company, List<Waiting> group) {
            try {
                List<PostingUnit> units = group.stream().map(Waiting::unit).toList();
                List<UnitResult> results = metrics.timed(() -> groupCommit.commit(company, units));
                for (int i = 0; i < group.size(); i++) {
                    metrics.decided(units.get(i), results.get(i));
                    group.get(i).result().complete(results.get(i));
                }
            } catch (RuntimeException failure) {
                fail(company, group, failure);
            } catch (Error failure) {
                group.forEach(waiting -> waiting.result().completeExceptionally(failure));
                throw failure;
            }
        }

        /** One client's failure must not become another's: each tries once more on its own. */
        private void fail(Company company, List<Waiting> group, RuntimeException failure) {
            if (group.size() == 1) {
                group.get(0).result().completeExceptionally(failure);
            } else {
                group.forEach(waiting -> commit(company, List.of(waiting)));
            }
        }
    }
}
