package nl.marge.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.dimension.KnownSets;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.EntrySeal;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.platform.Database;
import nl.marge.platform.Retries;
import nl.marge.platform.idempotency.IdempotencyKeys;
import org.jdbi.v3.core.Handle;

/**
 * Lays the work of several clients down in one transaction: look up, append, and only then lock the company, look once
 * more, publish, commit. Every attempt is a pure function of the units, so it can be repeated whole.
 */
@ApplicationScoped
class GroupCommit {

    private static final int ATTEMPTS_LIMIT = 30;

    private final Database database;
    private final SharedParts sharedParts;
    private final JournalStore store;
    private final Publisher publisher;
    private final UsedAccounts usedAccounts;
    private final IdempotencyKeys idempotencyKeys;
    private final CompanyCounters counters;
    private final BatchIds batchIds;

    GroupCommit(
            Database database,
            SharedParts sharedParts,
            JournalStore store,
            Publisher publisher,
            UsedAccounts usedAccounts,
            IdempotencyKeys idempotencyKeys,
            CompanyCounters counters,
            BatchIds batchIds) {
        this.database = database;
        this.sharedParts = sharedParts;
        this.store = store;
        this.publisher = publisher;
        this.usedAccounts = usedAccounts;
        this.idempotencyKeys = idempotencyKeys;
        this.counters = counters;
        this.batchIds = batchIds;
    }

    /** Lays {@code units} down and tells what became of each, in order. */
    List<UnitResult> commit(Company company, List<PostingUnit> units) {
        CommitGroup group = new CommitGroup(company, units);
        for (int attempt = 1; ; attempt++) {
            long batchId = batchIds.next();
            try {
                if (attempt(group, batchId)) {
                    return group.results();
                }
            } catch (RuntimeException failure) {
                if (isPublishedAfterAll(failure, batchId)) {
                    return group.results();
                }
                boolean passing = Retries.isConflict(failure) || Retries.isConnectionLost(failure);
                if (!passing || attempt == ATTEMPTS_LIMIT) {
                    throw failure;
                }
                Retries.pause(attempt);
            }
        }
    }

    /** After a lost connection the commit may have happened: the batch's own row is the proof. */
    private boolean isPublishedAfterAll(RuntimeException failure, long batchId) {
        return Retries.isConnectionLost(failure)
                && Retries.repeatWhileLost(() -> database.read(handle -> store.isPublished(handle, batchId)));
    }

    private boolean attempt(CommitGroup group, long batchId) {
        group.reopen();
        KnownSets sets = sharedParts.store(group);
        boolean done = database.once(handle -> {
            Optional<CommitAttempt> attempt = tryOnce(handle, group, sets, batchId);
            attempt.ifPresent(group::settle);
            if (attempt.isEmpty()) {
                handle.rollback();
            }
            return attempt.isPresent();
        });
        if (done) {
            usedAccounts.committed(group.company().id(), group.accountIds());
        }
        return done;
    }

    private Optional<CommitAttempt> tryOnce(Handle handle, CommitGroup group, KnownSets sets, long batchId) {
        int companyId = group.company().id();
        Counter before = counters.read(handle, companyId);
        GroupPlan plan = plan(handle, group);
        if (plan.appended().isEmpty() && !group.writesMore()) {
            return Optional.of(new CommitAttempt(plan, before, Optional.empty()));
        }
        JournalAppender appender = new JournalAppender(handle.getConnection(), group.company(), sets, batchId);
        Publisher.Laid laid = laid(plan, batchId, appender.append(plan.appended(), 0, 0));
        Counter locked = publisher.lock(handle, companyId);
        boolean overtaken = locked.lastNumber() != before.lastNumber();
        boolean moved = group.dropStale(locked.referenceVersion())
                | group.dropRepeated(idempotencyKeys, handle)
                | group.dropOvertaken(handle);
        if (moved || overtaken && !plan(handle, group).isSameAs(plan)) {
            return Optional.empty();
        }
        CommitAttempt attempt = new CommitAttempt(plan, locked, publish(handle, group, plan, locked, laid));
        writeAlong(handle, group, attempt);
        return Optional.of(attempt);
    }

    private Optional<Publisher.Published> publish(
            Handle handle, CommitGroup group, GroupPlan plan, Counter locked, Publisher.Laid laid) {
        if (plan.appended().isEmpty()) {
            return Optional.empty();
        }
        usedAccounts.note(handle, group.company().id(), group.accountIds());
        return Optional.of(publisher.publish(handle, locked, laid));
    }

    private GroupPlan plan(Handle handle, CommitGroup group) {
        List<EntryIdentity> identities =
                group.entries().stream().map(WeighedEntry::identity).toList();
        Map<EntryId, StoredEntry> reversals = new HashMap<>();
        for (WeighedEntry entry : group.entries()) {
            entry.reverses().ifPresent(reverses -> store.reversalOf(handle, reverses.entry())
                    .ifPresent(found -> reversals.put(reverses.entry(), found)));
        }
        Map<EntryIdentity.Name, StoredEntry> stored =
                store.find(handle, group.company().id(), identities, JournalStore.NO_OWN_BATCH);
        return GroupPlan.of(group.open(), stored, reversals);
    }

    private void writeAlong(Handle handle, CommitGroup group, CommitAttempt attempt) {
        List<PostingUnit> open = group.open();
        for (int i = 0; i < open.size(); i++) {
            UnitResult.Done done = attempt.done(i);
            open.get(i).companion().ifPresent(companion -> companion.write(handle, done));
            open.get(i).keyedAnswer().ifPresent(keyed -> keyed.answer(done)
                    .ifPresent(answer -> idempotencyKeys.keep(handle, keyed.key(), answer)));
        }
    }

    private static Publisher.Laid laid(GroupPlan plan, long batchId, int lines) {
        EntrySeal seal = new EntrySeal();
        plan.appended().forEach(seal::add);
        return new Publisher.Laid(batchId, plan.appended().size(), lines, seal.content());
    }
}
