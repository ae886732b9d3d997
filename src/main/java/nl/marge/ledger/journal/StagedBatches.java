package nl.marge.ledger.journal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.platform.Database;
import nl.marge.platform.idempotency.IdempotencyKeys;

/**
 * Batches too long for one transaction. Their chunks are committed as they come but stay invisible; the batch row, put
 * in last, shows them all at once. What is never published nobody sees, and {@link UnpublishedSweep} clears it away.
 */
@ApplicationScoped
public class StagedBatches {

    final Database database;
    final SharedParts sharedParts;
    final JournalStore store;
    final Publisher publisher;
    final UsedAccounts usedAccounts;
    final CompanyCounters counters;
    final IdempotencyKeys idempotencyKeys;
    final PostingMetrics metrics;
    final ExecutorService sealers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sealing");
        thread.setDaemon(true);
        return thread;
    });
    private final BatchIds batchIds;
    private final Clock clock;

    StagedBatches(
            Database database,
            SharedParts sharedParts,
            JournalStore store,
            Publisher publisher,
            UsedAccounts usedAccounts,
            CompanyCounters counters,
            IdempotencyKeys idempotencyKeys,
            PostingMetrics metrics,
            BatchIds batchIds,
            Clock clock) {
        this.database = database;
        this.sharedParts = sharedParts;
        this.store = store;
        this.publisher = publisher;
        this.usedAccounts = usedAccounts;
        this.counters = counters;
        this.idempotencyKeys = idempotencyKeys;
        this.metrics = metrics;
        this.batchIds = batchIds;
        this.clock = clock;
    }

    /** Begins a batch whose entries are weighed against {@code referenceVersion}. */
    public StagedBatch begin(Company company, long referenceVersion) {
        long batchId = batchIds.next();
        database.inTransaction(handle -> handle.createUpdate("""
                        insert into staged_batch (batch_id, company_id, started_at)
                        values (:batchId, :companyId, :startedAt)
                        """)
                .bind("batchId", batchId)
                .bind("companyId", company.id())
                .bind("startedAt", CompanyCounters.utc(clock.instant()))
                .execute());
        return new StagedBatch(this, company, referenceVersion, batchId);
    }

    @PreDestroy
    void stop() {
        sealers.shutdown();
    }
}
