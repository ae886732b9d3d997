package nl.marge.platform.job;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operator watches of jobs on this replica. No label names a company. */
@ApplicationScoped
class JobMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger running;

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.running = registry.gauge("marge.jobs.running", new AtomicInteger());
    }

    void begun() {
        running.incrementAndGet();
    }

    void ended() {
        running.decrementAndGet();
    }

    /** Counts a job that this replica finished. */
    void finished(String kind, JobState state) {
        registry.counter("marge.jobs.finished", "kind", kind, "state", state.name())
                .increment();
    }
}
