package nl.marge.ledger.lines;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;

/** What was posted since a client last looked, in commit order, and the waiting for it. */
@ApplicationScoped
class Changes {

    /** Clients that wait at a time; each holds a thread, so further ones are answered at once. */
    private static final int WAITING_LIMIT = 64;

    /** How often a waiting client's company is looked at: soon enough for a feed, and one indexed read each time. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final CompanyCounters counters;
    private final LedgerLines lines;
    private final Semaphore waiting = new Semaphore(WAITING_LIMIT);
    private volatile boolean stopping;

    Changes(CompanyCounters counters, LedgerLines lines) {
        this.counters = counters;
        this.lines = lines;
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    /** The last committed number, as soon as it is beyond {@code after}, or after so many seconds. */
    long await(Company company, long after, int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long number = counters.watermark(company.id()).number();
        if (number > after || seconds == 0 || !waiting.tryAcquire()) {
            return number;
        }
        try {
            while (number <= after && System.nanoTime() < deadline && !stopping) {
                LockSupport.parkNanos(PAUSE_NANOS);
                number = counters.watermark(company.id()).number();
            }
            return number;
        } finally {
            waiting.release();
        }
    }

    /**
     * The lines of the entries after {@code after} up to {@code committed}: whole entries, about {@code limit} lines,
     * at least one entry when there is one.
     */
    List<PublishedLine> after(Company company, long after, long committed, int limit) {
        List<PublishedLine> taken = new ArrayList<>();
        long through = Math.min(committed, after + limit);
        try {
            lines.stream(company, LinesQuery.everything(after, through), line -> {
                boolean next = taken.isEmpty()
                        || taken.size() < limit
                        || taken.get(taken.size() - 1).entry().number()
                                == line.entry().number();
                if (next) {
                    taken.add(line);
                }
                return next;
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException("a list takes every line", impossible);
        }
        return taken;
    }
}
