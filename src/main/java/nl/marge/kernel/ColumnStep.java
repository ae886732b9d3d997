package nl.marge.kernel;

/** How a report's range is cut into columns; whatever the step, a TOTAL column comes last. */
public enum ColumnStep {
    NONE,
    MONTH,
    QUARTER,
    YEAR;

    /** The name of the last column of every report. */
    public static final String TOTAL = "TOTAL";
}
