package nl.marge.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import nl.marge.company.CompanyCounters;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.ledger.entry.WeighedEntry;
import org.jdbi.v3.core.Handle;

/** Makes a batch visible: its row is the last thing inserted, under the company's lock, and gives it its numbers. */
@ApplicationScoped
class Publisher {

    private final CompanyCounters counters;

    Publisher(CompanyCounters counters) {
        this.counters = counters;
    }

    /** Locks the company until the transaction ends. */
    Counter lock(Handle handle, int companyId) {
        return counters.lock(handle, companyId);
    }

    /** Publishes a batch of {@code entries} with {@code lines} under the lock held. */
    Published publish(Handle handle, Counter locked, long batchId, int entries, long lines) {
        Instant recordedAt = counters.recordingInstant(locked);
        handle.createUpdate("""
                        insert into posting_batch (
                          batch_id, company_id, first_number, entry_count, lines_through, recorded_at)
                        values (:batchId, :companyId, :firstNumber, :entries, :linesThrough, :recordedAt)
                        """)
                .bind("batchId", batchId)
                .bind("companyId", locked.companyId())
                .bind("firstNumber", locked.lastNumber() + 1)
                .bind("entries", entries)
                .bind("linesThrough", locked.linesThrough() + lines)
                .bind("recordedAt", CompanyCounters.utc(recordedAt))
                .execute();
        counters.publish(handle, locked, entries, lines, recordedAt);
        return new Published(batchId, locked.lastNumber() + 1, recordedAt);
    }

    /** A published batch: the number of its first entry, and when it was recorded. */
    record Published(long batchId, long firstNumber, Instant recordedAt) {

        Outcome.Posted posted(int ordinal) {
            return new Outcome.Posted(new EntryId(batchId, ordinal), firstNumber + ordinal, recordedAt);
        }

        StoredEntry stored(int ordinal, WeighedEntry entry) {
            return new StoredEntry(new EntryId(batchId, ordinal), firstNumber + ordinal, entry.identity());
        }
    }
}
