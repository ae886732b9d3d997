package nl.marge.ledger.posting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.marge.company.Company;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.JournalReader;
import nl.marge.ledger.entry.JournalReader.ReadBack;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.journal.CompanyWriters;
import nl.marge.ledger.journal.JournalLookup;
import nl.marge.ledger.journal.Outcome;
import nl.marge.ledger.journal.PostingMetrics;
import nl.marge.ledger.journal.PostingUnit;
import nl.marge.ledger.journal.UnitResult;
import nl.marge.ledger.move.LineMoves;
import nl.marge.ledger.move.MovedEntry;
import nl.marge.ledger.period.PeriodRules;
import nl.marge.ledger.posting.JournalEntries.Placed;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.PostingRules;
import nl.marge.ledger.rules.ReversalCommand;
import nl.marge.ledger.rules.Reversals;
import nl.marge.ledger.rules.Weighing;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.idempotency.RepeatedRequest;

/**
 * The front door of the books: the only way an entry becomes permanent, whoever sends it. It loads the reference data,
 * asks the pure rules, and hands what may be laid down to the company's writer; when the reference data moved meanwhile
 * it weighs again.
 */
@ApplicationScoped
public class Ledger {

    private final References references;
    private final CompanyWriters writers;
    private final JournalReader reader;
    private final JournalLookup lookup;
    private final PostingMetrics metrics;
    private final LineMoves moves;

    Ledger(
            References references,
            CompanyWriters writers,
            JournalReader reader,
            JournalLookup lookup,
            PostingMetrics metrics,
            LineMoves moves) {
        this.references = references;
        this.writers = writers;
        this.reader = reader;
        this.lookup = lookup;
        this.metrics = metrics;
        this.moves = moves;
    }

    /**
     * Posts one entry.
     *
     * @throws Refusal ENTRY_REFUSED with all violations, or CONFLICT when the externalId is taken by other content
     */
    public Posted post(Company company, EntryCommand command, Optional<AnswerKeeper<Received>> keeper) {
        Posted posted = decide(company, keeper, reference -> {
            Weighing weighing = PostingRules.check(reference, command);
            if (weighing instanceof Weighing.Refused refused) {
                return recognised(company, refused);
            }
            return new Decided.ToPost(((Weighing.Accepted) weighing).entry(), Optional.empty());
        });
        if (!posted.isNew()) {
            metrics.unchanged(1);
        }
        return posted;
    }

    /** Tells what {@link #post} would do, and does nothing. */
    public Posted dryRun(Company company, EntryCommand command) {
        Reference reference = references.current(company);
        Weighing weighing = PostingRules.check(reference, command);
        if (weighing instanceof Weighing.Refused refused) {
            return unchanged(company, ((Decided.Repeat) recognised(company, refused)).stored());
        }
        WeighedEntry entry = ((Weighing.Accepted) weighing).entry();
        Optional<StoredEntry> stored = stored(company, entry.identity());
        if (stored.isPresent() && !stored.get().identity().equals(entry.identity())) {
            throw conflict(Conflicts.externalIdReused(stored.get()));
        }
        String outcome = stored.isPresent() ? Posted.UNCHANGED : Posted.POSTED;
        return new Posted(stored.isEmpty(), JournalEntries.of(reference, entry, Placed.NOWHERE, Optional.of(outcome)));
    }

    /**
     * Cancels an entry by another with all amounts negated and the same membership dates, on the dimension sets that
     * its lines stand on now; the rules for values and accounts do not apply, because they held once.
     *
     * @throws Refusal UNKNOWN for no such entry, CONFLICT when it is reversed already or is itself a reversal
     */
    public Posted reverse(
            Company company, EntryId id, ReversalCommand command, Optional<AnswerKeeper<Received>> keeper) {
        ReadBack original = entry(company, id);
        if (original.entry().reverses().isPresent()) {
            throw conflict(Conflicts.reversalIsFinal(id));
        }
        if (original.entry().kind() == EntryKind.RECLASSIFICATION) {
            throw conflict(Conflicts.reversedByUndo(original.entry().identity()));
        }
        if (original.entry().kind() == EntryKind.ALLOCATION) {
            throw conflict(Conflicts.reversedByRun(original.entry().identity()));
        }
        return decide(company, keeper, reference -> {
            MovedEntry moved = moves.of(company.id(), id);
            WeighedEntry reversal =
                    Reversals.of(original, moved.lines(original.entry().lines()), command);
            // One that is reversed already is told so by the writer, whatever has become of the period since.
            if (original.reversedBy().isEmpty()) {
                requireOpenPeriod(reference, reversal);
            }
            return new Decided.ToPost(reversal, Optional.of(new UnmovedEntry(moves, id, moved.lastNumber())));
        });
    }

    /** An entry as stored. */
    public JournalEntry read(Company company, EntryId id) {
        return JournalEntries.of(references.current(company), entry(company, id), Optional.empty());
    }

    /** The entry of that source and externalId, or none. */
    public List<JournalEntry> find(Company company, String source, String externalId) {
        return reader.entry(company, source, externalId).stream()
                .map(read -> JournalEntries.of(references.current(company), read, Optional.empty()))
                .toList();
    }

    /** Entries, see {@link JournalReader#entries}. */
    public List<JournalEntry> list(Company company, DateRange range, boolean leftOut, long after, int limit) {
        Reference reference = references.current(company);
        return reader.entries(company, range, leftOut, after, limit).stream()
                .map(read -> JournalEntries.of(reference, read, Optional.empty()))
                .toList();
    }

    private ReadBack entry(Company company, EntryId id) {
        return reader.entry(company, id)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "Company " + company.code() + " has no journal entry " + id + ". Look it up by source and"
                                + " externalId."));
    }

    private Posted decide(
            Company company, Optional<AnswerKeeper<Received>> keeper, Function<Reference, Decided> decision) {
        while (true) {
            Reference reference = references.current(company);
            Decided decided = decision.apply(reference);
            if (decided instanceof Decided.Repeat repeat) {
                return unchanged(company, repeat.stored());
            }
            Decided.ToPost toPost = (Decided.ToPost) decided;
            WeighedEntry entry = toPost.entry();
            UnitResult result = writers.post(
                    company,
                    new PostingUnit(
                            company.id(),
                            reference.version(),
                            List.of(entry),
                            true,
                            keeper.map(kept -> keyedAnswer(kept, reference, entry)),
                            toPost.companion()));
            if (result instanceof UnitResult.Done done) {
                return answer(company, reference, entry, done.outcomes().get(0));
            }
            if (result instanceof UnitResult.Repeated repeated) {
                throw new RepeatedRequest(repeated.kept());
            }
        }
    }

    private static PostingUnit.KeyedAnswer keyedAnswer(
            AnswerKeeper<Received> keeper, Reference reference, WeighedEntry entry) {
        return new PostingUnit.KeyedAnswer() {
            @Override
            public IdempotencyKeys.Key key() {
                return keeper.key();
            }

            @Override
            public Optional<IdempotencyKeys.Answer> answer(UnitResult.Done done) {
                return done.outcomes().get(0) instanceof Outcome.Posted posted
                        ? Optional.of(keeper.answer(posted(reference, entry, posted)))
                        : Optional.empty();
            }
        };
    }

    private Posted answer(Company company, Reference reference, WeighedEntry entry, Outcome outcome) {
        if (outcome instanceof Outcome.Posted posted) {
            return posted(reference, entry, posted);
        }
        if (outcome instanceof Outcome.AlreadyReversed reversed) {
            throw conflict(Conflicts.alreadyReversed(reversed.stored()));
        }
        if (outcome instanceof Outcome.Reused reused) {
            throw conflict(Conflicts.externalIdReused(reused.stored()));
        }
        StoredEntry stored = ((Outcome.Unchanged) outcome).stored();
        if (entry.reverses().isPresent()) {
            throw conflict(Conflicts.alreadyReversed(stored));
        }
        return unchanged(company, stored);
    }

    private static Posted posted(Reference reference, WeighedEntry entry, Outcome.Posted posted) {
        Placed placed =
                new Placed(Optional.of(posted.id()), Optional.of(posted.number()), Optional.of(posted.recordedAt()));
        return new Posted(true, JournalEntries.of(reference, entry, placed, Optional.of(Posted.POSTED)));
    }

    private Posted unchanged(Company company, StoredEntry stored) {
        return unchanged(company, stored.id());
    }

    /** The answer to an entry that is in the books already. */
    public Posted unchanged(Company company, EntryId id) {
        ReadBack read = entry(company, id);
        return new Posted(false, JournalEntries.of(references.current(company), read, Optional.of(Posted.UNCHANGED)));
    }

    /** What was posted once with the same content stays recognised, whatever is wrong with it today. */
    private Decided recognised(Company company, Weighing.Refused refused) {
        Optional<StoredEntry> stored = refused.identity().flatMap(identity -> stored(company, identity));
        if (stored.isPresent() && refused.isOf(stored.get())) {
            return new Decided.Repeat(stored.get());
        }
        Violations violations = refused.violations();
        stored.ifPresent(other -> violations.add(Conflicts.externalIdReused(other)));
        metrics.rejected(violations.listed().get(0).code());
        throw new Refusal(Refusal.Reason.ENTRY_REFUSED, violations.listed(), violations.total());
    }

    private void requireOpenPeriod(Reference reference, WeighedEntry reversal) {
        Optional<Violation> closed = new PeriodRules(reference.settings().periods(), reversal.scenario())
                .refuseReversal(reversal.postingDate());
        if (closed.isPresent()) {
            metrics.rejected(closed.get().code());
            throw Refusal.of(Refusal.Reason.ENTRY_REFUSED, closed.get());
        }
    }

    private Optional<StoredEntry> stored(Company company, EntryIdentity identity) {
        Map<EntryIdentity.Name, StoredEntry> found = lookup.find(company.id(), List.of(identity));
        return Optional.ofNullable(found.get(identity.name()));
    }

    private static Refusal conflict(Violation violation) {
        return Refusal.of(Refusal.Reason.CONFLICT, violation);
    }

    /** What a command comes to before the writer has a say. */
    private sealed interface Decided {
        record ToPost(WeighedEntry entry, Optional<PostingUnit.Companion> companion) implements Decided {}

        record Repeat(StoredEntry stored) implements Decided {}
    }
}
