package nl.marge.allocation.run;

/** What has become of a run. */
public enum RunState {
    /** Calculated to be looked at; nothing was posted. */
    PREVIEW,
    /** Posted, and the last of its cycle, period and scenario. */
    CURRENT,
    /** Its entries were reversed by the run that took its place. */
    SUPERSEDED,
    /** Its entries were reversed by somebody's wish. */
    REVERSED
}
