package nl.marge.ledger.journal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.company.Watermark;
import nl.marge.dimension.KnownSets;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.EntrySeal;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.platform.idempotency.IdempotencyKeys;
import org.jdbi.v3.core.Handle;

/** One long batch under way, for one thread. */
public final class StagedBatch {

    private final StagedBatches room;
    private final Company company;
    private final long referenceVersion;
    private final long batchId;
    private final long numberBefore;
    private final Set<Integer> accountIds = new HashSet<>();
    private final EntrySeal seal = new EntrySeal();
    private CompletableFuture<Void> sealing = CompletableFuture.completedFuture(null);
    private int entries;
    private long lines;

    StagedBatch(StagedBatches room, Company company, long referenceVersion, long batchId) {
        this.room = room;
        this.company = company;
        this.referenceVersion = referenceVersion;
        this.batchId = batchId;
        this.numberBefore = room.counters.read(company.id()).lastNumber();
    }

    /**
     * Appends a chunk, unseen by anybody. The outcomes tell what each entry would be; the numbers of posted ones are
     * known only after {@link #publish}.
     */
    public List<Outcome> append(List<WeighedEntry> chunk) {
        PostingUnit unit = new PostingUnit(company.id(), referenceVersion, chunk, false, Optional.empty());
        CommitGroup group = new CommitGroup(company, List.of(unit));
        KnownSets sets = room.sharedParts.store(group);
        GroupPlan plan = room.database.inTransaction(handle -> append(handle, unit, sets));
        int firstOrdinal = entries;
        entries += plan.appended().size();
        lines +=
                plan.appended().stream().mapToInt(entry -> entry.lines().size()).sum();
        // Sealed in order while the next chunk is laid down; never more than one chunk behind.
        sealing.join();
        sealing = CompletableFuture.runAsync(() -> plan.appended().forEach(seal::add), room.sealers);
        accountIds.addAll(group.accountIds());
        return plan.outcomes(0, new Publisher.Published(batchId, firstOrdinal, Instant.EPOCH));
    }

    private GroupPlan append(Handle handle, PostingUnit unit, KnownSets sets) {
        List<EntryIdentity> identities =
                unit.entries().stream().map(WeighedEntry::identity).toList();
        GroupPlan plan =
                GroupPlan.of(List.of(unit), room.store.find(handle, company.id(), identities, batchId), Map.of());
        new JournalAppender(handle.getConnection(), company, sets, batchId).append(plan.appended(), entries, lines);
        return plan;
    }

    /** How many entries wait to be published. */
    public int entries() {
        return entries;
    }

    /**
     * Shows the whole batch at once.
     *
     * @return the numbers given, or empty when the reference data moved or somebody else posted one of these external
     *     ids meanwhile: then nothing became visible, and the whole has to be weighed again
     */
    public Optional<Numbers> publish(Optional<Keyed> keyed) {
        return publish(new Companion() {
            @Override
            public boolean holds(Handle handle) {
                return true;
            }

            @Override
            public void write(Handle handle, Numbers numbers) {
                keyed.ifPresent(kept -> room.idempotencyKeys.keep(
                        handle, kept.key(), kept.answer().apply(numbers)));
            }
        });
    }

    /** The same, with what goes along with the batch; empty also when what it watches no longer holds. */
    public Optional<Numbers> publish(Companion companion) {
        sealing.join();
        Publisher.Laid laid = new Publisher.Laid(batchId, entries, lines, seal.content());
        Optional<Numbers> published = room.database.inTransaction(handle -> publish(handle, laid, companion));
        published.ifPresent(numbers -> room.metrics.posted(entries, lines));
        return published;
    }

    private Optional<Numbers> publish(Handle handle, Publisher.Laid laid, Companion companion) {
        Counter locked = room.publisher.lock(handle, company.id());
        if (locked.referenceVersion() != referenceVersion
                || locked.lastNumber() != numberBefore
                        && room.store.isOvertaken(handle, company.id(), numberBefore, batchId)
                || !companion.holds(handle)) {
            return Optional.empty();
        }
        Numbers numbers = entries == 0 ? none(locked) : numbered(handle, locked, laid);
        companion.write(handle, numbers);
        return Optional.of(numbers);
    }

    private Numbers numbered(Handle handle, Counter locked, Publisher.Laid laid) {
        room.usedAccounts.note(handle, company.id(), accountIds);
        Publisher.Published published = room.publisher.publish(handle, locked, laid);
        long last = published.firstNumber() + entries - 1;
        Watermark watermark = new Watermark(last, locked.referenceVersion());
        return new Numbers(batchId, published.firstNumber(), last, published.recordedAt(), watermark);
    }

    /** A batch that turned out to have no entry takes no number. */
    private Numbers none(Counter locked) {
        Watermark watermark = new Watermark(locked.lastNumber(), locked.referenceVersion());
        return new Numbers(
                batchId,
                locked.lastNumber() + 1,
                locked.lastNumber(),
                room.counters.recordingInstant(locked),
                watermark);
    }

    /** What a long batch depends on besides the reference data, and what is written along with it. */
    public interface Companion {
        /** Whether what the entries were made from is still so, asked under the company's lock. */
        boolean holds(Handle handle);

        /** Writes what belongs to the entries, in the transaction that shows them. */
        void write(Handle handle, Numbers numbers);
    }

    /** The answer to keep for repeats of a keyed request, once the numbers are known. */
    public record Keyed(IdempotencyKeys.Key key, Function<Numbers, IdempotencyKeys.Answer> answer) {}

    /**
     * The numbers of a published batch, and when it was recorded; {@code last} is before {@code first} in an empty one.
     */
    public record Numbers(long batchId, long first, long last, Instant recordedAt, Watermark watermark) {

        /** How many entries there are. */
        public int entries() {
            return Math.toIntExact(last - first + 1);
        }
    }
}
