package nl.marge.allocation.setting;

/** How a rule divides a pool's cost (docs/spec-allocation.md). */
public enum Method {
    /** By weights that stand in the rule. */
    FIXED,
    /** By one driver, to dimension values only: other pools receive nothing. */
    DIRECT,
    /** By one driver, to dimension values and to pools that send later; who has sent receives nothing any more. */
    STEP_DOWN,
    /** Pools of one group serve each other and are solved together, exactly. */
    RECIPROCAL,
    /** By the time that activities take, at the cost of a minute of practical capacity. */
    TIME_DRIVEN
}
