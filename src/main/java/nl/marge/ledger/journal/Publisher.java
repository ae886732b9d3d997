package nl.marge.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import nl.marge.company.CompanyCounters;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.EntrySeal;
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

    /** Publishes a batch under the lock held, sealed onto the one before. */
    Published publish(Handle handle, Counter locked, Laid laid) {
        Instant recordedAt = counters.recordingInstant(locked);
        long firstNumber = locked.lastNumber() + 1;
        long linesThrough = locked.linesThrough() + laid.lines();
        String seal = EntrySeal.chained(
                locked.lastSeal(),
                laid.contentSeal(),
                new EntrySeal.Place(firstNumber, laid.entries(), linesThrough, recordedAt));
        handle.createUpdate("""
                        insert into posting_batch (
                          batch_id, company_id, first_number, entry_count, lines_through, recorded_at, seal)
                        values (:batchId, :companyId, :firstNumber, :entries, :linesThrough, :recordedAt, :seal)
                        """)
                .bind("batchId", laid.batchId())
                .bind("companyId", locked.companyId())
                .bind("firstNumber", firstNumber)
                .bind("entries", laid.entries())
                .bind("linesThrough", linesThrough)
                .bind("recordedAt", CompanyCounters.utc(recordedAt))
                .bind("seal", seal)
                .execute();
        counters.publish(handle, locked.after(laid.entries(), laid.lines(), recordedAt, seal));
        return new Published(laid.batchId(), firstNumber, recordedAt);
    }

    /** A batch laid down but not yet visible, with the seal of its content. */
    record Laid(long batchId, int entries, long lines, byte[] contentSeal) {}

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
