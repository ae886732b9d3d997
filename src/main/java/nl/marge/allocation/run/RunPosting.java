package nl.marge.allocation.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.plan.PeriodSums;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.allocation.plan.RunPlanning;
import nl.marge.allocation.plan.RunRequest;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.dimension.DimensionSets;
import nl.marge.kernel.Refusal;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.journal.StagedBatch;
import nl.marge.ledger.posting.HousePosting;
import nl.marge.ledger.tail.LedgerTail;
import nl.marge.platform.Database;
import nl.marge.platform.job.JobWork;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Makes runs. Traces and entries are laid down beside each other, where nobody sees them; then, in one
 * transaction under the company's lock, the batch row that shows the entries and the run that names the traces. So a
 * run is there whole or not at all, whenever its replica dies.
 */
@ApplicationScoped
class RunPosting {

    private static final Logger LOG = Logger.getLogger(RunPosting.class);

    /** Reference data that moves while a run is laid down has it calculated again, so often. */
    private static final int ATTEMPTS_LIMIT = 5;

    private final Database database;
    private final CompanyCounters counters;
    private final RunPlanning planning;
    private final PeriodSums sums;
    private final OtherCycles otherCycles;
    private final RunStore store;
    private final TraceWriter traceWriter;
    private final HousePosting posting;
    private final LedgerTail tail;
    private final DimensionSets sets;

    RunPosting(
            Database database,
            CompanyCounters counters,
            RunPlanning planning,
            PeriodSums sums,
            OtherCycles otherCycles,
            RunStore store,
            TraceWriter traceWriter,
            HousePosting posting,
            LedgerTail tail,
            DimensionSets sets) {
        this.database = database;
        this.counters = counters;
        this.planning = planning;
        this.sums = sums;
        this.otherCycles = otherCycles;
        this.store = store;
        this.traceWriter = traceWriter;
        this.posting = posting;
        this.tail = tail;
        this.sets = sets;
    }

    /** What came of an order, by the id of the run concerned. */
    record Outcome(String run, Kind kind) {
        enum Kind {
            /** A new run is posted. */
            POSTED,
            /** The standing run was calculated from the very same; nothing was posted. */
            UNCHANGED,
            /** Nothing was to be posted. */
            PREVIEW,
            /** The run's entries are reversed. */
            REVERSED
        }
    }

    /**
     * Makes a run, or tells what an earlier attempt under the same id came to.
     *
     * @throws Refusal with everything that stands against it; nothing is posted then
     */
    Outcome run(Company company, String id, RunOrder order, JobWork work) {
        Optional<AllocationRun> made = find(company, id);
        if (made.isPresent()) {
            return new Outcome(id, made.get().isPreview() ? Outcome.Kind.PREVIEW : Outcome.Kind.POSTED);
        }
        for (int attempt = 1; attempt <= ATTEMPTS_LIMIT; attempt++) {
            work.progress(0, STEPS, "STEP");
            PlannedRun planned = planning.plan(company, order.request());
            otherCycles.requireApart(planned.gathered());
            work.progress(1, STEPS, "STEP");
            work.checkCancelled();
            Optional<Outcome> outcome = order.dryRun()
                    ? Optional.of(preview(company, id, planned, work))
                    : post(company, id, planned, work);
            if (outcome.isPresent()) {
                work.progress(STEPS, STEPS, "STEP");
                return outcome.get();
            }
        }
        throw new Refusal(
                Refusal.Reason.BUSY,
                "Reference data was changed by others while the run was laid down, " + ATTEMPTS_LIMIT
                        + " times. Nothing was posted; ask for the run again.");
    }

    /** Calculated; traces and entries laid down; shown. */
    private static final int STEPS = 3;

    private Outcome preview(Company company, String id, PlannedRun planned, JobWork work) {
        int trace;
        try (TraceWriter.Laying traces = traceWriter.begin(company, id, planned, work)) {
            traces.await();
            trace = traces.attempt();
        }
        RunDetail detail = RunDetails.of(planned, sums.beforeAllocation(planned.gathered()));
        work.progress(2, STEPS, "STEP");
        database.inTransaction(handle -> {
            RunStep step = RunStep.withoutEntries(
                    RunState.PREVIEW, counters.recordingInstant(counters.read(handle, company.id())));
            work.confirm(handle);
            store.create(handle, company.id(), AllocationRuns.made(id, trace, planned, detail, step));
            return id;
        });
        return new Outcome(id, Outcome.Kind.PREVIEW);
    }

    private Optional<Outcome> post(Company company, String id, PlannedRun planned, JobWork work) {
        RunRequest request = planned.gathered().request();
        Optional<AllocationRun> standing = database.read(handle -> store.current(handle, company.id(), request));
        if (standing.filter(run -> run.fingerprint().equals(planned.prints().fingerprint()))
                .isPresent()) {
            return Optional.of(new Outcome(standing.get().id(), Outcome.Kind.UNCHANGED));
        }
        Optional<StagedBatch.Numbers> numbers;
        try (TraceWriter.Laying traces = traceWriter.begin(company, id, planned, work)) {
            numbers = post(company, planned, new Successor(id, standing, traces), work);
        }
        numbers.ifPresent(given -> LOG.infof(
                "allocation run company=%s cycle=%s period=%s run=%s first=%d last=%d",
                company.code(), request.cycle(), request.period(), id, given.first(), given.last()));
        return numbers.map(given -> new Outcome(id, Outcome.Kind.POSTED));
    }

    /** A run about to be posted, the one it supersedes, and its traces. */
    private record Successor(String id, Optional<AllocationRun> standing, TraceWriter.Laying traces) {}

    private Optional<StagedBatch.Numbers> post(Company company, PlannedRun planned, Successor successor, JobWork work) {
        RunRequest request = planned.gathered().request();
        Optional<AllocationRun> standing = successor.standing();
        List<Iterator<List<WeighedEntry>>> parts = new ArrayList<>();
        standing.ifPresent(old -> parts.add(reversal(company, old, "superseded by allocation run " + successor.id())));
        parts.add(new RunEntries(successor.id(), planned));
        int reversed = standing.map(old -> old.posting().entries()).orElse(0);
        RunDetail detail = RunDetails.of(planned, sums.beforeAllocation(planned.gathered()));
        return posting.postLong(
                company,
                planned.gathered().reference().version(),
                new Chunks(parts, work::checkCancelled, () -> {
                    successor.traces().await();
                    work.progress(2, STEPS, "STEP");
                }),
                new StagedBatch.Companion() {
                    @Override
                    public boolean holds(Handle handle) {
                        return store.current(handle, company.id(), request)
                                .map(AllocationRun::id)
                                .equals(standing.map(AllocationRun::id));
                    }

                    @Override
                    public void write(Handle handle, StagedBatch.Numbers given) {
                        work.confirm(handle);
                        RunStep step = step(RunState.CURRENT, given, reversed, given.entries() - reversed);
                        int trace = successor.traces().attempt();
                        store.create(
                                handle,
                                company.id(),
                                AllocationRuns.made(successor.id(), trace, planned, detail, step));
                        standing.ifPresent(old ->
                                store.append(handle, company.id(), old, step(RunState.SUPERSEDED, given, 0, reversed)));
                    }
                });
    }

    /**
     * Reverses a run.
     *
     * @throws Refusal CONFLICT when it is not current any more, or its period takes nothing
     */
    Outcome reverse(Company company, RunOrder order, JobWork work) {
        String id = order.reverses().orElseThrow();
        for (int attempt = 1; attempt <= ATTEMPTS_LIMIT; attempt++) {
            AllocationRun run = find(company, id).orElseThrow();
            if (run.state() == RunState.REVERSED) {
                return new Outcome(id, Outcome.Kind.REVERSED);
            }
            long version = planning.requireReversible(company, run.request());
            AllocationRuns.requireCurrent(run);
            Optional<StagedBatch.Numbers> numbers = posting.postLong(
                    company,
                    version,
                    new Chunks(
                            List.of(reversal(company, run, "allocation run reversed")), work::checkCancelled, () -> {}),
                    new StagedBatch.Companion() {
                        @Override
                        public boolean holds(Handle handle) {
                            return store.find(handle, company.id(), id)
                                            .orElseThrow()
                                            .state()
                                    == RunState.CURRENT;
                        }

                        @Override
                        public void write(Handle handle, StagedBatch.Numbers given) {
                            work.confirm(handle);
                            store.append(handle, company.id(), run, step(RunState.REVERSED, given, 0, given.entries()));
                        }
                    });
            if (numbers.isPresent()) {
                LOG.infof("allocation run reversed company=%s run=%s", company.code(), id);
                return new Outcome(id, Outcome.Kind.REVERSED);
            }
        }
        throw new Refusal(
                Refusal.Reason.BUSY,
                "Reference data was changed by others while run " + id + " was reversed, " + ATTEMPTS_LIMIT
                        + " times. Nothing was posted; ask for it again.");
    }

    private static RunStep step(RunState state, StagedBatch.Numbers numbers, int firstOrdinal, int entries) {
        return new RunStep(
                state,
                numbers.recordedAt(),
                entries == 0 ? 0 : numbers.batchId(),
                firstOrdinal,
                numbers.first() + firstOrdinal,
                entries);
    }

    private Iterator<List<WeighedEntry>> reversal(Company company, AllocationRun run, String reason) {
        return run.posting().entries() == 0
                ? Collections.emptyIterator()
                : new RunReversal(company, run, reason, tail, sets.refresh(company.id()));
    }

    private Optional<AllocationRun> find(Company company, String id) {
        return database.read(handle -> store.find(handle, company.id(), id));
    }
}
