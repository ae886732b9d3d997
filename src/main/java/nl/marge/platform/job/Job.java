package nl.marge.platform.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it stood when it was read.
 *
 * @param id unique within its company; rises with time
 * @param cancelAsked whether it is to end as soon as its work looks
 * @param progress empty until its work says how far it is
 * @param startedAt when it was begun for the first time
 * @param result a JSON object, of a job that succeeded
 * @param problem a JSON object of RFC 9457, of a job that failed; its {@code instance} is empty where it is the job
 */
public record Job(
        int companyId,
        long id,
        String kind,
        JobState state,
        boolean cancelAsked,
        Optional<JobProgress> progress,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<String> result,
        Optional<String> problem) {
    public Job {
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(progress, "progress");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(finishedAt, "finishedAt");
        requireNonNull(result, "result");
        requireNonNull(problem, "problem");
    }
}
