package nl.marge.cube;

/** What is added up of the lines. */
public enum Measure {
    /** Minor units, debit +, credit -. */
    AMOUNT,
    /** Minor units of the debit lines alone; credit = debit - amount. */
    DEBIT,
    /** Minor units of the entry's currency where that is another than the company's, else 0. */
    CURRENCY_AMOUNT,
    /** The same of the debit lines alone. */
    CURRENCY_DEBIT,
    /** Millionths; a line without quantity counts as 0. */
    QUANTITY,
    /** How many lines there are. */
    LINES
}
