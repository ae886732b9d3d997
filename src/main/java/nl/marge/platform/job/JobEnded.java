package nl.marge.platform.job;

import java.util.Optional;

/** The work on a job ends here, before its own end; kinds let it pass. */
final class JobEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it ends. */
    enum Why {
        /** A client asked for it. */
        CANCELLED,
        /** Somebody else has the job now. */
        LEASE_LOST,
        /** The service stops. */
        STOPPED
    }

    private final Why why;

    JobEnded(Why why) {
        super("the work ends: " + why);
        this.why = why;
    }

    /** The end that is behind a failure: work that was confirmed on another thread comes back wrapped. */
    static Optional<JobEnded> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JobEnded ended) {
                return Optional.of(ended);
            }
        }
        return Optional.empty();
    }

    Why why() {
        return why;
    }
}
