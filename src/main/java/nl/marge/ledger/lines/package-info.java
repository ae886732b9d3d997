/**
 * Committed lines read back: as columns in number order for whoever keeps a copy ({@link
 * nl.marge.ledger.lines.LedgerTail}), and in full for clients ({@code ledger-lines}, {@code changes}). It sees an entry
 * only through its published batch, and writes nothing.
 */
package nl.marge.ledger.lines;
