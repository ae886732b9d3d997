package nl.marge.ledger.journal;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.marge.company.CompanyCounters;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Clears away long batches that were never published. The service's own user may not delete facts, so this works with
 * the owner's, and the triggers let even the owner delete only what has no batch row.
 */
@ApplicationScoped
class UnpublishedSweep {

    private static final Logger LOG = Logger.getLogger(UnpublishedSweep.class);

    /** No stream takes longer than this; what is older and unpublished was left by a crash or a refusal. */
    private static final Duration AGE = Duration.ofHours(24);

    private static final int ROWS_A_STATEMENT = 50_000;

    private final String url;
    private final Optional<String> owner;
    private final Optional<String> password;
    private final Clock clock;

    UnpublishedSweep(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") Optional<String> owner,
            @ConfigProperty(name = "quarkus.flyway.password") Optional<String> password,
            Clock clock) {
        this.url = url;
        this.owner = owner;
        this.password = password;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "5m")
    void sweep() {
        sweepOlderThan(AGE);
    }

    /** Sweeps what was begun before {@code age} ago; answers how many batches were cleared. */
    int sweepOlderThan(Duration age) {
        if (owner.isEmpty() || password.isEmpty()) {
            LOG.debug("no owner's user is configured: unpublished batches stay until it is");
            return 0;
        }
        return Jdbi.create(url, owner.get(), password.get()).withHandle(handle -> {
            List<Long> begun = begunBefore(handle, age);
            begun.forEach(batchId -> clear(handle, batchId));
            return begun.size();
        });
    }

    private List<Long> begunBefore(Handle handle, Duration age) {
        return handle.createQuery("""
                        select batch_id
                        from staged_batch
                        where started_at < :before
                        order by batch_id
                        """)
                .bind("before", CompanyCounters.utc(clock.instant().minus(age)))
                .mapTo(Long.class)
                .list();
    }

    private static void clear(Handle handle, long batchId) {
        boolean published = handle.createQuery("select count(*) from posting_batch where batch_id = :batchId")
                        .bind("batchId", batchId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        int rows = published
                ? 0
                : delete(handle, "left_out_value", batchId)
                        + delete(handle, "ledger_line", batchId)
                        + delete(handle, "packed_lines", batchId)
                        + delete(handle, "journal_entry", batchId);
        handle.execute("delete from staged_batch where batch_id = ?", batchId);
        if (!published) {
            LOG.infof("unpublished batch swept batch=%d rows=%d", batchId, rows);
        }
    }

    private static int delete(Handle handle, String table, long batchId) {
        int rows = 0;
        int deleted;
        do {
            deleted = handle.execute("delete from " + table + " where batch_id = ? limit " + ROWS_A_STATEMENT, batchId);
            rows += deleted;
        } while (deleted == ROWS_A_STATEMENT);
        return rows;
    }
}
