package nl.marge.platform.job;

import static nl.marge.platform.job.JobLeases.Hold;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One attempt at a job, as its {@link JobKind} sees it. */
public final class JobWork {

    /** How long a job stays with a replica that says nothing more. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** The work may look and tell as often as it likes; the database hears it this often. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TakenJob job;
    private final JobLeases leases;
    private final Clock clock;
    private Optional<JobProgress> progress = Optional.empty();
    private Hold hold = Hold.HELD;
    private Instant renewedAt;
    private volatile boolean stopped;

    JobWork(TakenJob job, JobLeases leases, Clock clock) {
        this.job = job;
        this.leases = leases;
        this.clock = clock;
        this.renewedAt = clock.instant();
    }

    public int companyId() {
        return job.lease().companyId();
    }

    /** The id of the job; the same in each attempt. */
    public long jobId() {
        return job.lease().id();
    }

    /** What was asked for, as it was submitted. */
    public String request() {
        return job.request();
    }

    /**
     * Says how far the work is; cheap, to be called as often as there is something to tell, outside of transactions.
     */
    public synchronized void progress(long done, long total, String unit) {
        progress = Optional.of(new JobProgress(done, total, unit));
        renewIfDue();
    }

    /**
     * Ends the work, by an exception to be let pass, when the job was cancelled, when somebody else has it now, or when
     * the service stops; cheap, to be called in every loop. What the work has not yet committed is not to be committed.
     */
    public synchronized void checkCancelled() {
        if (stopped) {
            throw new JobEnded(JobEnded.Why.STOPPED);
        }
        renewIfDue();
        endUnlessHeld(hold);
    }

    /**
     * Makes sure, within the transaction of {@code handle}, that this attempt may commit: until that transaction ends
     * nobody else can take the job. To be called right before the commit of whatever the work makes permanent; ends the
     * work as {@link #checkCancelled} does.
     */
    public void confirm(Handle handle) {
        endUnlessHeld(leases.confirm(handle, job.lease()));
    }

    /** Lengthens the lease and writes the progress. */
    synchronized void renew() {
        Instant now = clock.instant();
        hold = leases.renew(job.lease(), now.plus(LEASE), progress);
        renewedAt = now;
    }

    /** Has the work end at its next look. */
    void stop() {
        stopped = true;
    }

    synchronized Optional<JobProgress> progress() {
        return progress;
    }

    private void renewIfDue() {
        if (hold == Hold.HELD && Duration.between(renewedAt, clock.instant()).compareTo(PAUSE) >= 0) {
            renew();
        }
    }

    private static void endUnlessHeld(Hold hold) {
        if (hold != Hold.HELD) {
            throw new JobEnded(hold == Hold.LOST ? JobEnded.Why.LEASE_LOST : JobEnded.Why.CANCELLED);
        }
    }
}
