package nl.marge.allocation.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.allocation.plan.RunPlanning;
import nl.marge.allocation.plan.RunPrints;
import nl.marge.allocation.plan.RunRequest;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.Watermark;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.platform.Database;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.idempotency.RepeatedRequest;
import nl.marge.platform.job.Job;
import nl.marge.platform.job.JobRequest;
import nl.marge.platform.job.Jobs;

/** The runs of companies: ordered here, read here, and asked here whether they are stale. */
@ApplicationScoped
public class AllocationRuns {

    /** One posted run at a time in a company: two could take the same cost. */
    private static final String LOCK = "ALLOCATION";

    /** Runs remembered at most with what was found out about them. */
    private static final int KNOWN_LIMIT = 1_000;

    private final Database database;
    private final CompanyCounters counters;
    private final RunPlanning planning;
    private final RunStore store;
    private final Jobs jobs;
    private final IdempotencyKeys idempotencyKeys;
    private final ObjectMapper json;
    private final Map<String, Known> knownByRun = new ConcurrentHashMap<>();

    AllocationRuns(
            Database database,
            CompanyCounters counters,
            RunPlanning planning,
            RunStore store,
            Jobs jobs,
            IdempotencyKeys idempotencyKeys,
            ObjectMapper json) {
        this.database = database;
        this.counters = counters;
        this.planning = planning;
        this.store = store;
        this.jobs = jobs;
        this.idempotencyKeys = idempotencyKeys;
        this.json = json;
    }

    /**
     * Orders a run; {@code keeper} writes down the answer of one that is posted, together with its job.
     *
     * @throws Refusal when there is no such cycle or version, or the period takes no allocations, or CONFLICT
     *     ({@code run_in_progress}) while another run of the company is under way
     */
    Job order(Company company, RunCommand command, Optional<AnswerKeeper<Job>> keeper) {
        RunRequest request = command.request();
        planning.requirePossible(company, request);
        JobRequest job = job(RunOrder.run(company.code(), request, command.dryRun()));
        if (command.dryRun()) {
            return jobs.submit(company.id(), job);
        }
        return keeper.map(keeping -> kept(company, alone(job), keeping))
                .orElseGet(() -> jobs.submit(company.id(), alone(job)));
    }

    private Job kept(Company company, JobRequest request, AnswerKeeper<Job> keeper) {
        try {
            Job queued = database.inTransaction(handle -> {
                Job job = jobs.submit(handle, company.id(), request);
                idempotencyKeys.keep(handle, keeper.key(), keeper.answer(job));
                return job;
            });
            jobs.wake();
            return queued;
        } catch (Refusal refused) {
            // Another replica may have taken the same request a moment before: then its run is the one in the way.
            idempotencyKeys.find(keeper.key()).ifPresent(before -> {
                throw new RepeatedRequest(before);
            });
            throw refused;
        }
    }

    /**
     * Orders the reversal of a run.
     *
     * @throws Refusal CONFLICT when it is not current, or while another run is under way
     */
    Job orderReversal(Company company, String id) {
        AllocationRun run = require(company, id);
        requireCurrent(run);
        planning.requireReversible(company, run.request());
        return jobs.submit(company.id(), alone(job(RunOrder.reversal(company.code(), run))));
    }

    private JobRequest job(RunOrder order) {
        return JobRequest.of(RunJob.KIND, order.written(json));
    }

    private static JobRequest alone(JobRequest job) {
        return job.excluding(LOCK, AllocationRuns::inProgress);
    }

    private static Violation inProgress(Job holder) {
        return Violation.at(
                "",
                ViolationCode.RUN_IN_PROGRESS,
                "Job " + holder.id() + " is making or reversing an allocation run of this company (" + holder.state()
                        + "). Wait until it is finished, or cancel it with DELETE .../jobs/" + holder.id() + ".");
    }

    /**
     * The run of that id.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public AllocationRun require(Company company, String id) {
        return database.read(handle -> store.find(handle, company.id(), id))
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "Company " + company.code() + " has no allocation run \"" + Texts.excerpt(id)
                                + "\". GET .../allocation-runs lists them."));
    }

    /** At most {@code limit} runs recorded before a moment, or then with a smaller id, the newest first. */
    List<AllocationRun> list(Company company, LocalDateTime before, String beforeId, int limit) {
        return database.read(handle -> store.list(handle, company.id(), before, beforeId, limit));
    }

    /** The posted runs that count in a range of periods of a scenario, by period and cycle. */
    public List<AllocationRun> current(Company company, YearMonth first, YearMonth last, String scenario) {
        return current(company, first, last, scenario, Optional.empty());
    }

    /** The same as it was recorded at an instant. */
    public List<AllocationRun> current(
            Company company, YearMonth first, YearMonth last, String scenario, Optional<Instant> recorded) {
        return database.read(handle -> store.posted(handle, company.id(), first, last, scenario)).stream()
                .filter(run -> run.stateAt(recorded).equals(Optional.of(RunState.CURRENT)))
                .toList();
    }

    /**
     * Which pools of a run were overtaken by lines, quantities, capacities or rules of later; empty for one that does
     * not count any more. Nothing is looked at again while neither ledger nor reference data moved.
     */
    public List<RunPrints.Overtaken> overtaken(Company company, AllocationRun run) {
        if (run.state() != RunState.CURRENT) {
            return List.of();
        }
        Watermark now = counters.watermark(company.id());
        Known known = knownByRun.get(key(company, run));
        if (known == null || !known.watermark().equals(now)) {
            known = new Known(now, compared(company, run));
            if (knownByRun.size() >= KNOWN_LIMIT) {
                knownByRun.clear();
            }
            knownByRun.put(key(company, run), known);
        }
        return known.overtaken();
    }

    private List<RunPrints.Overtaken> compared(Company company, AllocationRun run) {
        try {
            Gathered gathered = planning.gather(company, run.request());
            return run.detail().prints().overtakenBy(RunPrints.of(gathered));
        } catch (Refusal cannotBeMadeAgain) {
            // The rules no longer make a run at all: then each of its pools stands on rules that have changed.
            return run.detail().prints().byRule().stream()
                    .map(print -> new RunPrints.Overtaken(print.pool(), List.of("RULE")))
                    .toList();
        }
    }

    private static String key(Company company, AllocationRun run) {
        return company.id() + "/" + run.id();
    }

    /**
     * Makes sure that a run still counts.
     *
     * @throws Refusal CONFLICT when it does not
     */
    static void requireCurrent(AllocationRun run) {
        if (run.state() != RunState.CURRENT) {
            throw Refusal.of(
                    Refusal.Reason.CONFLICT,
                    Violation.at(
                            "",
                            ViolationCode.RUN_NOT_CURRENT,
                            "Allocation run " + run.id() + " is " + run.state()
                                    + ". Only the current run of a cycle and period is reversed."));
        }
    }

    /** A run as it is made. */
    static AllocationRun made(String id, int attempt, PlannedRun planned, RunDetail detail, RunStep step) {
        Gathered gathered = planned.gathered();
        return new AllocationRun(
                id,
                attempt,
                gathered.request(),
                gathered.version().from(),
                gathered.number(),
                gathered.reference().version(),
                detail.prints().fingerprint(),
                step.recordedAt(),
                detail,
                List.of(step));
    }

    /** Where a run is read. */
    public static String path(String companyCode, String id) {
        return "/api/v1/companies/" + companyCode + "/allocation-runs/" + id;
    }

    /** What was found out at a moment. */
    private record Known(Watermark watermark, List<RunPrints.Overtaken> overtaken) {}
}
