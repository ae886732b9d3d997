package nl.marge.platform.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The threads of this replica that do jobs, from the start of the service to its stop. */
@ApplicationScoped
class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);

    /** Jobs at once on one replica: few, since each may use many connections and much memory. */
    private static final int THREADS = 2;

    /** How soon a job of another replica is seen. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration RENEW_EVERY = JobWork.LEASE.dividedBy(3);

    /** Work that does not look in this time dies with the process, and its lease runs out. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final JobRunner runner;
    private final JobBell bell;
    private final boolean hasKinds;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, named("job"));
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(named("job-lease"));
    private volatile boolean stopped;

    JobWorker(
            JobLeases leases,
            JobMetrics metrics,
            @All List<JobKind> kinds,
            ObjectMapper json,
            Clock clock,
            JobBell bell) {
        this.runner = new JobRunner(leases, metrics, kinds, json, clock);
        this.hasKinds = !kinds.isEmpty();
        this.bell = bell;
    }

    void begin(@Observes StartupEvent start) {
        for (int i = 0; hasKinds && i < THREADS; i++) {
            workers.execute(this::work);
        }
        long period = RENEW_EVERY.toMillis();
        heart.scheduleAtFixedRate(runner::renewAll, period, period, TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent stop) throws InterruptedException {
        stopped = true;
        runner.stop();
        workers.shutdown();
        for (int i = 0; i < THREADS; i++) {
            bell.ring();
        }
        if (!workers.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("event=jobs_cut_off they are begun again when their leases have run out, in %s", JobWork.LEASE);
        }
        heart.shutdownNow();
    }

    private void work() {
        boolean failing = false;
        while (!stopped) {
            try {
                boolean ran = runOne();
                failing = false;
                rest(ran ? Duration.ZERO : LOOK_EVERY);
            } catch (RuntimeException failure) {
                if (!failing) {
                    LOG.error("event=jobs_failing the worker goes on trying each second", failure);
                }
                failing = true;
                rest(LOOK_EVERY);
            }
        }
    }

    /** Kinds may read through Hibernate, which wants a request to be under way. */
    private boolean runOne() {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            return runner.runNext();
        } finally {
            request.terminate();
        }
    }

    private void rest(Duration limit) {
        try {
            bell.await(limit);
        } catch (InterruptedException ending) {
            stopped = true;
        }
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
