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
    LINES,
    /**
     * How many entries have lines there: each is counted once a cell, so cells of two stretches of the ledger add up,
     * but groups put together would count an entry in several of them more than once.
     */
    ENTRIES
}
