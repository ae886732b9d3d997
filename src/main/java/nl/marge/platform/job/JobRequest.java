package nl.marge.platform.job;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import nl.marge.kernel.Violation;

/**
 * A job to be done.
 *
 * @param kind the {@link JobKind#kind} that does it
 * @param request JSON, as that kind reads it
 * @param lock what no other unfinished job of the company may hold
 */
public record JobRequest(String kind, String request, Optional<Lock> lock) {
    public JobRequest {
        requireNonNull(kind, "kind");
        requireNonNull(request, "request");
        requireNonNull(lock, "lock");
    }

    /** A job that may run beside any other. */
    public static JobRequest of(String kind, String request) {
        return new JobRequest(kind, request, Optional.empty());
    }

    /** The same job, which excludes others: {@code taken} says why it is refused while that other job has the key. */
    public JobRequest excluding(String key, Function<Job, Violation> taken) {
        return new JobRequest(kind, request, Optional.of(new Lock(key, taken)));
    }

    /** What a job holds from its submission until it is finished; at most 200 characters. */
    public record Lock(String key, Function<Job, Violation> taken) {
        public Lock {
            requireNonNull(key, "key");
            requireNonNull(taken, "taken");
        }
    }
}
