package nl.marge.platform.job;

/** Where a job is on its way; from a finished state it goes nowhere. */
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether nothing more will happen to it. */
    public boolean isFinished() {
        return this != QUEUED && this != RUNNING;
    }
}
