package nl.marge.platform.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.marge.kernel.Refusal;
import nl.marge.platform.Retries;
import nl.marge.platform.http.Problem;
import nl.marge.platform.http.ProblemKind;
import org.jboss.logging.Logger;

/** Takes jobs and runs them to their end, each in the thread that asks for it. */
final class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    /** A job that took its replica down so often would take down the next one too. */
    static final int ATTEMPTS_LIMIT = 5;

    private static final String GIVEN_UP = "The job was begun " + ATTEMPTS_LIMIT + " times, and each time the replica"
            + " that ran it died or lost the database. The logs of the replicas have the reason; mend it and submit the"
            + " job again.";

    private static final String INTERNAL = "The service could not do this, and the fault is not in the request. Its log"
            + " has the reason under this instance.";

    private final JobLeases leases;
    private final JobMetrics metrics;
    private final Map<String, JobKind> kinds;
    private final ObjectMapper json;
    private final Clock clock;
    private final Set<JobWork> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    JobRunner(JobLeases leases, JobMetrics metrics, Collection<JobKind> kinds, ObjectMapper json, Clock clock) {
        this.leases = leases;
        this.metrics = metrics;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(JobKind::kind, Function.identity()));
        this.json = json;
        this.clock = clock;
    }

    /** Runs the oldest job that can be taken, to its end; false when there is none. */
    boolean runNext() {
        Instant now = clock.instant();
        Optional<TakenJob> taken =
                leases.take(kinds.keySet(), UUID.randomUUID().toString(), now, now.plus(JobWork.LEASE));
        taken.ifPresent(this::run);
        return taken.isPresent();
    }

    /** Renews the leases of all that is running; one that cannot be renewed now is tried again the next time. */
    void renewAll() {
        for (JobWork work : running) {
            try {
                work.renew();
            } catch (RuntimeException failure) {
                LOG.warnf("event=job_lease_not_renewed job=%d cause=%s", work.jobId(), failure.getMessage());
            }
        }
    }

    /** Has all that is running end at its next look. */
    void stop() {
        stopped = true;
        running.forEach(JobWork::stop);
    }

    private void run(TakenJob job) {
        JobWork work = new JobWork(job, leases, clock);
        running.add(work);
        if (stopped) {
            work.stop();
        }
        metrics.begun();
        try {
            ending(job, work).ifPresent(ending -> finish(job, work, ending));
        } finally {
            metrics.ended();
            running.remove(work);
        }
    }

    /** How the job ends; empty when it does not end here. */
    private Optional<JobEnding> ending(TakenJob job, JobWork work) {
        if (job.cancelAsked()) {
            return Optional.of(JobEnding.cancelled());
        }
        if (job.attempt() > ATTEMPTS_LIMIT) {
            LOG.warnf(
                    "event=job_given_up job=%d kind=%s each attempt lost its replica",
                    job.lease().id(), job.kind());
            return Optional.of(JobEnding.failed(problem(Problem.of(ProblemKind.INTERNAL, GIVEN_UP, ""))));
        }
        try {
            return Optional.of(JobEnding.succeeded(object(kinds.get(job.kind()).run(work))));
        } catch (Refusal refusal) {
            return Optional.of(JobEnding.failed(problem(Problem.of(refusal, ""))));
        } catch (RuntimeException | Error failure) {
            Optional<JobEnded> ended = JobEnded.in(failure);
            return ended.isPresent() ? ended(job, ended.get().why()) : failed(job, failure);
        }
    }

    private Optional<JobEnding> ended(TakenJob job, JobEnded.Why why) {
        if (why == JobEnded.Why.CANCELLED) {
            return Optional.of(JobEnding.cancelled());
        }
        if (why == JobEnded.Why.STOPPED) {
            leases.giveBack(job.lease());
        }
        LOG.infof(
                "event=job_left company=%d job=%d kind=%s attempt=%d why=%s",
                job.lease().companyId(), job.lease().id(), job.kind(), job.attempt(), why);
        return Optional.empty();
    }

    /** Without its database the work may do better later: the lease is left to run out, and the job is begun again. */
    private Optional<JobEnding> failed(TakenJob job, Throwable failure) {
        if (Retries.isPassing(failure)) {
            LOG.warnf(
                    "event=job_interrupted company=%d job=%d kind=%s attempt=%d cause=%s",
                    job.lease().companyId(), job.lease().id(), job.kind(), job.attempt(), failure.getMessage());
            return Optional.empty();
        }
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(
                failure,
                "event=internal_error instance=%s company=%d job=%d kind=%s",
                instance,
                job.lease().companyId(),
                job.lease().id(),
                job.kind());
        return Optional.of(JobEnding.failed(problem(Problem.of(ProblemKind.INTERNAL, INTERNAL, instance))));
    }

    private void finish(TakenJob job, JobWork work, JobEnding ending) {
        JobLease lease = job.lease();
        if (!leases.finish(lease, ending, work.progress(), clock.instant())) {
            ended(job, JobEnded.Why.LEASE_LOST);
            return;
        }
        metrics.finished(job.kind(), ending.state());
        LOG.infof(
                "event=job_finished company=%d job=%d kind=%s state=%s attempt=%d",
                lease.companyId(), lease.id(), job.kind(), ending.state(), job.attempt());
    }

    /** The result of a kind, which must be the text of a JSON object. */
    private String object(String result) {
        try {
            if (json.readTree(result).isObject()) {
                return result;
            }
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("the result of a job is not JSON: " + result, notJson);
        }
        throw new IllegalStateException("the result of a job is not a JSON object: " + result);
    }

    private String problem(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a problem cannot be written as JSON: " + problem, bug);
        }
    }
}
