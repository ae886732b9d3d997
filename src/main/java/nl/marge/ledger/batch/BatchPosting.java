package nl.marge.ledger.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.Watermark;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.journal.CompanyWriters;
import nl.marge.ledger.journal.JournalLookup;
import nl.marge.ledger.journal.PostingUnit;
import nl.marge.ledger.journal.UnitResult;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.quarantine.Quarantine;
import nl.marge.ledger.reference.References;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.idempotency.RepeatedRequest;

/**
 * Posts a sequence of entries: all or nothing, or each that is right; what a source wants set aside stops neither.
 * Entries are read, weighed and laid down chunk by chunk, so memory does not grow with the length of the stream.
 */
@ApplicationScoped
class BatchPosting {

    /**
     * Lines of an atomic batch that goes down in one transaction, far below the 100,000 that one may have
     * (docs/adr/0002). A longer one is staged: it is written while the rest is still being read.
     */
    static final int TRANSACTION_LINES_LIMIT = 20_000;

    /** Lines that a partial batch commits together: beyond 10,000 a commit gets no cheaper (performance.md). */
    private static final int PARTIAL_CHUNK_LINES = 10_000;

    private final References references;
    private final CompanyCounters counters;
    private final CompanyWriters writers;
    private final StagedPosting stagedPosting;
    private final JournalLookup lookup;
    private final Quarantine quarantine;

    BatchPosting(
            References references,
            CompanyCounters counters,
            CompanyWriters writers,
            StagedPosting stagedPosting,
            JournalLookup lookup,
            Quarantine quarantine) {
        this.references = references;
        this.counters = counters;
        this.writers = writers;
        this.stagedPosting = stagedPosting;
        this.lookup = lookup;
        this.quarantine = quarantine;
    }

    /** Posts what is right; what is wrong is told and left out. */
    BatchResult postPartial(Company company, EntrySource source) {
        BatchTally tally = new BatchTally();
        for (List<ReadEntry> chunk = EntrySource.read(source, PARTIAL_CHUNK_LINES);
                !chunk.isEmpty();
                chunk = EntrySource.read(source, PARTIAL_CHUNK_LINES)) {
            postChunk(company, chunk, false, Optional.empty(), tally);
            tally.countSetAside(quarantine.hold(company, tally.toSetAside()));
        }
        return tally.result(counters.watermark(company.id()));
    }

    /** Tells what {@link #postPartial} or {@link #postAtomic} would do. */
    BatchResult dryRun(Company company, EntrySource source, boolean atomic) {
        BatchTally tally = new BatchTally();
        Map<EntryIdentity.Name, EntryIdentity> seen = new HashMap<>();
        for (List<ReadEntry> chunk = EntrySource.read(source, PARTIAL_CHUNK_LINES);
                !chunk.isEmpty();
                chunk = EntrySource.read(source, PARTIAL_CHUNK_LINES)) {
            WeighedChunk weighed = WeighedChunk.of(references.current(company), chunk, quarantine);
            weighed.tallyRefused(lookup, tally);
            weighed.tallyTrial(lookup, seen, tally);
        }
        Watermark watermark = counters.watermark(company.id());
        if (atomic && tally.hasRejected()) {
            return tally.refused(watermark);
        }
        tally.countSetAside();
        return tally.result(watermark);
    }

    /** Posts all or nothing, whatever the length. */
    BatchResult postAtomic(Company company, EntrySource source, Optional<AnswerKeeper<BatchResult>> keeper) {
        List<ReadEntry> first = EntrySource.read(source, TRANSACTION_LINES_LIMIT);
        Optional<ReadEntry> more = source.next();
        if (more.isPresent()) {
            first.add(more.get());
            return stagedPosting.post(company, source, first, keeper);
        }
        BatchTally tally = new BatchTally();
        Watermark watermark = postChunk(company, first, true, keeper, tally);
        if (tally.hasRejected()) {
            return tally.refused(watermark);
        }
        tally.countSetAside(quarantine.hold(company, tally.toSetAside()));
        return tally.result(watermark);
    }

    private Watermark postChunk(
            Company company,
            List<ReadEntry> entries,
            boolean atomic,
            Optional<AnswerKeeper<BatchResult>> keeper,
            BatchTally tally) {
        while (true) {
            WeighedChunk chunk = WeighedChunk.of(references.current(company), entries, quarantine);
            if (atomic && chunk.hasRefused()) {
                BatchTally trial = new BatchTally();
                chunk.tallyRefused(lookup, trial);
                if (trial.hasRejected()) {
                    chunk.tallyRefused(lookup, tally);
                    chunk.tallyTrial(lookup, new HashMap<>(), tally);
                    return counters.watermark(company.id());
                }
            }
            Optional<PostingUnit.KeyedAnswer> keyed = keeper.map(kept -> keyedAnswer(kept, chunk));
            UnitResult result = writers.post(
                    company, new PostingUnit(company.id(), chunk.referenceVersion(), chunk.weighed(), atomic, keyed));
            if (result instanceof UnitResult.Done done) {
                chunk.tallyRefused(lookup, tally);
                chunk.tallyAccepted(done.outcomes(), tally);
                return done.watermark();
            }
            if (result instanceof UnitResult.Repeated repeated) {
                throw new RepeatedRequest(repeated.kept());
            }
        }
    }

    private PostingUnit.KeyedAnswer keyedAnswer(AnswerKeeper<BatchResult> keeper, WeighedChunk chunk) {
        return new PostingUnit.KeyedAnswer() {
            @Override
            public IdempotencyKeys.Key key() {
                return keeper.key();
            }

            @Override
            public Optional<IdempotencyKeys.Answer> answer(UnitResult.Done done) {
                BatchTally tally = new BatchTally();
                chunk.tallyRefused(lookup, tally);
                chunk.tallyAccepted(done.outcomes(), tally);
                // What is set aside is so after the commit; a repeat finds all posted and sets aside what is missing.
                return tally.hasRejected() || tally.hasSetAside()
                        ? Optional.empty()
                        : Optional.of(keeper.answer(tally.result(done.watermark())));
            }
        };
    }
}
