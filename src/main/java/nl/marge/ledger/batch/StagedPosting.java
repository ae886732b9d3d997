package nl.marge.ledger.batch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.kernel.Refusal;
import nl.marge.ledger.journal.JournalLookup;
import nl.marge.ledger.journal.Outcome;
import nl.marge.ledger.journal.StagedBatch;
import nl.marge.ledger.journal.StagedBatches;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.quarantine.Quarantine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;

/**
 * Posts an atomic batch that is too long for one transaction: while one chunk is being written, the next is read and
 * weighed; nothing is visible until all is there, then everything at once.
 */
@ApplicationScoped
class StagedPosting {

    /** Lines in a chunk: beyond 10,000 a commit gets no cheaper, and the two steps stay in balance. */
    private static final int CHUNK_LINES = 10_000;

    /** Times the whole is weighed anew because others changed reference data or posted the same ids meanwhile. */
    private static final int ATTEMPTS_LIMIT = 3;

    private final References references;
    private final CompanyCounters counters;
    private final StagedBatches stagedBatches;
    private final JournalLookup lookup;
    private final Quarantine quarantine;
    private final ExecutorService appenders = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "appending");
        thread.setDaemon(true);
        return thread;
    });

    StagedPosting(
            References references,
            CompanyCounters counters,
            StagedBatches stagedBatches,
            JournalLookup lookup,
            Quarantine quarantine) {
        this.references = references;
        this.counters = counters;
        this.stagedBatches = stagedBatches;
        this.lookup = lookup;
        this.quarantine = quarantine;
    }

    /** Posts the entries {@code first}, read already, and then the rest of {@code source}. */
    BatchResult post(
            Company company, EntrySource source, List<ReadEntry> first, Optional<AnswerKeeper<BatchResult>> keeper) {
        EntrySource entries = EntrySource.after(first, source);
        for (int attempt = 1; attempt <= ATTEMPTS_LIMIT; attempt++) {
            Optional<BatchResult> result = attempt(company, entries, keeper);
            if (result.isPresent()) {
                return result.get();
            }
            source.rewind();
            entries = source;
        }
        throw new Refusal(
                Refusal.Reason.BUSY,
                "Reference data or the same external ids were changed by others while the batch was read, "
                        + ATTEMPTS_LIMIT + " times. Nothing was posted; send it again.");
    }

    private Optional<BatchResult> attempt(
            Company company, EntrySource source, Optional<AnswerKeeper<BatchResult>> keeper) {
        Reference reference = references.current(company);
        StagedBatch staged = stagedBatches.begin(company, reference.version());
        BatchTally tally = new BatchTally();
        lay(reference, source, staged, tally);
        if (tally.hasRejected()) {
            return Optional.of(tally.refused(counters.watermark(company.id())));
        }
        if (staged.entries() == 0) {
            tally.countSetAside(quarantine.hold(company, tally.toSetAside()));
            return Optional.of(tally.result(counters.watermark(company.id())));
        }
        Optional<StagedBatch.Keyed> keyed = keeper.filter(kept -> !tally.hasSetAside())
                .map(kept -> new StagedBatch.Keyed(
                        kept.key(),
                        numbers -> kept.answer(tally.result(numbers.watermark(), numbers.first(), numbers.last()))));
        return staged.publish(keyed).map(numbers -> {
            tally.countSetAside(quarantine.hold(company, tally.toSetAside()));
            return tally.result(numbers.watermark(), numbers.first(), numbers.last());
        });
    }

    private void lay(Reference reference, EntrySource source, StagedBatch staged, BatchTally tally) {
        Optional<Writing> writing = Optional.empty();
        for (List<ReadEntry> entries = EntrySource.read(source, CHUNK_LINES);
                !entries.isEmpty();
                entries = EntrySource.read(source, CHUNK_LINES)) {
            WeighedChunk chunk = WeighedChunk.of(reference, entries, quarantine);
            writing.ifPresent(before -> before.tally(tally));
            chunk.tallyRefused(lookup, tally);
            // Also once the batch is known to be refused: only so each externalId that is taken is found and told.
            writing = chunk.weighed().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Writing(
                            chunk, CompletableFuture.supplyAsync(() -> staged.append(chunk.weighed()), appenders)));
        }
        writing.ifPresent(last -> last.tally(tally));
    }

    @PreDestroy
    void stop() {
        appenders.shutdown();
    }

    /** A chunk under way, and what becomes of its entries. */
    private record Writing(WeighedChunk chunk, CompletableFuture<List<Outcome>> outcomes) {
        void tally(BatchTally tally) {
            try {
                chunk.tallyAccepted(outcomes.join(), tally);
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
            }
        }
    }
}
