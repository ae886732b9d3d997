package nl.marge.cube;

/** What is added up of the lines. */
public enum Measure {
    /** Minor units, debit +, credit -. */
    AMOUNT,
    /** Minor units of the debit lines alone; credit = debit - amount. */
    DEBIT,
    /** Millionths; a line without quantity counts as 0. */
    QUANTITY,
    /** How many lines there are. */
    LINES
}
