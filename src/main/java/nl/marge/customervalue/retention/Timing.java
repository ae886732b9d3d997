package nl.marge.customervalue.retention;

/**
 * When margins come in; literature differs, so it is always named (Fader and Hardie 2012, note 024). With m the margin,
 * r the retention and d the rate per period, for ever:
 */
enum Timing {
    /** At the start of each period, the first for certain: {@code m (1 + d) / (1 + d - r)}. */
    ADVANCE,
    /** At the end of each period, the first for certain: {@code m / (1 + d - r)}. */
    ARREARS_FIRST_SURE,
    /** At the end of each period, from who stayed: {@code m r / (1 + d - r)} (Gupta and Lehmann 2003). */
    ARREARS_RETAINED
}
