package nl.marge.customervalue.fit;

/** How far a fit may be trusted. */
public enum FitStatus {

    /** A maximum well inside, with standard errors. */
    CONVERGED,

    /** The best parameters lie at the edge of what is searched: the data ask for a simpler model. */
    BOUNDARY,

    /** A maximum so flat in some direction that single parameters mean little; expectations may still be right. */
    WEAK_IDENTIFICATION,

    /** Too few customers or repeat purchases to tell anything: there are no parameters. */
    INSUFFICIENT_DATA,

    /** The search ended at no maximum. */
    FAILED;

    /** Whether expectations may be computed from it. */
    public boolean isUsable() {
        return this == CONVERGED || this == BOUNDARY || this == WEAK_IDENTIFICATION;
    }
}
