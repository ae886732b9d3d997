package nl.marge.ledger.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import nl.marge.kernel.ViolationCode;

/** What an operator watches of posting. No label names a company, a source or a client: labels stay few. */
@ApplicationScoped
public class PostingMetrics {

    private final MeterRegistry registry;
    private final Counter lines;
    private final Counter entries;
    private final Counter unchanged;
    private final Timer commits;

    PostingMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lines = Counter.builder("marge.journal.lines.posted")
                .description("Ledger lines made permanent")
                .register(registry);
        this.entries = Counter.builder("marge.journal.entries.posted")
                .description("Journal entries made permanent")
                .register(registry);
        this.unchanged = Counter.builder("marge.journal.entries.unchanged")
                .description("Journal entries sent again with the same content")
                .register(registry);
        this.commits = Timer.builder("marge.journal.commit")
                .description("Time of one shared commit, from look-up to durable")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** Counts what a published batch holds. */
    void posted(int entryCount, long lineCount) {
        entries.increment(entryCount);
        lines.increment(lineCount);
    }

    /** Counts what of a decided unit was laid down. */
    void decided(PostingUnit unit, UnitResult result) {
        if (result instanceof UnitResult.Done done) {
            for (int i = 0; i < done.outcomes().size(); i++) {
                if (done.outcomes().get(i) instanceof Outcome.Posted) {
                    posted(1, unit.entries().get(i).lines().size());
                }
            }
        }
    }

    /** Counts entries that were there before. */
    public void unchanged(int entryCount) {
        unchanged.increment(entryCount);
    }

    /** Counts a refused entry by its first violation. */
    public void rejected(ViolationCode code) {
        registry.counter("marge.journal.entries.rejected", "code", code.code()).increment();
    }

    /** Times a commit. */
    <T> T timed(Supplier<T> commit) {
        return commits.record(commit);
    }
}
