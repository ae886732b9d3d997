package nl.marge.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.platform.Database;
import nl.marge.platform.Retries;
import org.jdbi.v3.core.Handle;

/** The jobs of companies: submitted here, run by whichever replica is free, first come first served. */
@ApplicationScoped
public class Jobs {

    /** More than a company's clients can mean to have waiting; beyond it somebody submits in a loop. */
    private static final int UNFINISHED_LIMIT = 1_000;

    /** A holder of a lock may finish between the refusal and the look at it; hardly ever twice in a row. */
    private static final int SUBMIT_ATTEMPTS = 10;

    /** Bits of chance in an id, below the milliseconds: replicas need not ask each other. */
    private static final int RANDOM_BITS = 20;

    private final Database database;
    private final JobStore store;
    private final JobBell bell;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Jobs(Database database, JobStore store, JobBell bell, Clock clock) {
        this.database = database;
        this.store = store;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * Queues a job.
     *
     * @throws Refusal CONFLICT, as the request says it, when another unfinished job holds its lock; BUSY when the
     *     company has too many unfinished jobs
     */
    public Job submit(int companyId, JobRequest asked) {
        Job job = database.inTransaction(handle -> submit(handle, companyId, asked));
        wake();
        return job;
    }

    /**
     * Queues a job in the transaction of {@code handle}: what is written beside it and the job are there together or
     * not at all. A replica sees it within a second of the commit, and at once when {@link #wake} is called after it.
     *
     * @throws Refusal as {@link #submit(int, JobRequest)}
     */
    public Job submit(Handle handle, int companyId, JobRequest asked) {
        if (store.unfinished(handle, companyId) >= UNFINISHED_LIMIT) {
            throw new Refusal(
                    Reason.BUSY,
                    "The company has " + UNFINISHED_LIMIT + " jobs that are not finished. Wait until some are, or"
                            + " cancel those that are not needed.");
        }
        for (int attempt = 1; ; attempt++) {
            long id = nextId();
            try {
                store.insert(handle, companyId, id, asked, clock.instant());
                return store.find(handle, companyId, id).orElseThrow();
            } catch (RuntimeException failure) {
                if (attempt == SUBMIT_ATTEMPTS || !Retries.isDuplicate(failure)) {
                    throw failure;
                }
                refuseIfTaken(handle, companyId, asked);
            }
        }
    }

    /** Has this replica look for queued jobs now. */
    public void wake() {
        bell.ring();
    }

    /** The job of that id, or empty when there is none. */
    public Optional<Job> find(int companyId, long id) {
        return database.read(handle -> store.find(handle, companyId, id));
    }

    /**
     * The job of the id that a client writes.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public Job require(int companyId, String id) {
        return idOf(id).flatMap(known -> find(companyId, known)).orElseThrow(() -> unknown(id));
    }

    /** At most {@code limit} jobs with ids below {@code before}, the newest first. */
    public List<Job> list(int companyId, long before, int limit) {
        return database.read(handle -> store.list(handle, companyId, before, limit));
    }

    /**
     * Cancels a job: a queued one ends at once, a running one when its work looks next (or not, when it was past its
     * last look). Asked again of a running one this changes nothing.
     *
     * @return the job as it is now
     * @throws Refusal UNKNOWN when there is none; CONFLICT ({@code job_finished}) when it is finished
     */
    public Job cancel(int companyId, String id) {
        return database.inTransaction(handle -> {
            Job job = idOf(id).flatMap(known -> store.lock(handle, companyId, known))
                    .orElseThrow(() -> unknown(id));
            if (job.state().isFinished()) {
                throw Refusal.of(Reason.CONFLICT, finished(job));
            }
            if (job.state() == JobState.QUEUED) {
                store.cancel(handle, job, clock.instant());
            } else {
                store.askCancel(handle, job);
            }
            return store.find(handle, companyId, job.id()).orElseThrow();
        });
    }

    /** The id that a text names; empty when it is none. */
    public static Optional<Long> idOf(String text) {
        return text.matches("[1-9][0-9]{0,17}|[1-8][0-9]{18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private void refuseIfTaken(Handle handle, int companyId, JobRequest asked) {
        asked.lock()
                .ifPresent(lock -> store.holder(handle, companyId, lock.key()).ifPresent(holder -> {
                    throw Refusal.of(Reason.CONFLICT, lock.taken().apply(holder));
                }));
    }

    private long nextId() {
        return clock.instant().toEpochMilli() << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
    }

    private static Refusal unknown(String id) {
        return new Refusal(
                Reason.UNKNOWN,
                "There is no job \"" + Texts.excerpt(id) + "\" in this company. GET .../jobs lists them.");
    }

    private static Violation finished(Job job) {
        return new Violation(
                ViolationCode.JOB_FINISHED,
                Place.REQUEST,
                "Job " + job.id() + " is finished: " + job.state() + " since "
                        + job.finishedAt().orElseThrow() + ". There is nothing to cancel.");
    }
}
