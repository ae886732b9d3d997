package nl.marge.allocation.measure;

import java.util.EnumSet;
import java.util.Set;
import nl.marge.ledger.EntryKind;

/**
 * What of ledger lines is a driver's quantity. What is counted looks at JOURNAL and COST entries only: a
 * reclassification moves a line that is counted already. What is added up sees reclassifications too, whose two lines
 * move the sum. A reversal is an entry of its own and its lines are lines: counted like others, while in sums it takes
 * back what it reverses.
 */
public enum LedgerMeasure {
    /** How many lines there are. */
    LINES(true),
    /** How many entries have at least one such line. */
    ENTRIES(true),
    /**
     * Amounts in the company's currency with their natural sign: minus the ledger's amount on REVENUE, LIABILITY and
     * EQUITY accounts, plus it on ASSET, EXPENSE and STATISTICAL ones.
     */
    AMOUNT(false),
    /** The lines' quantities; a line without one counts as 0. */
    QUANTITY(false),
    /** How many different values of one dimension have lines there; lines without a value of it do not count. */
    DISTINCT(true);

    private final boolean counts;

    LedgerMeasure(boolean counts) {
        this.counts = counts;
    }

    /** The kinds of entries that are looked at. */
    Set<EntryKind> kinds() {
        return counts ? EnumSet.of(EntryKind.JOURNAL, EntryKind.COST) : EnumSet.copyOf(PoolScan.KINDS);
    }
}
