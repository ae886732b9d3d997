package nl.marge.platform.job;

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

    Why why() {
        return why;
    }
}
