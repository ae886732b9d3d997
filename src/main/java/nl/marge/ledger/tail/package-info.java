/**
 * Published batches and their lines as columns in number order, for whoever keeps a copy of the ledger: {@link
 * nl.marge.ledger.tail.LedgerTail}; and the database's own totals, to compare a copy with. It sees an entry only
 * through its published batch, and writes nothing.
 */
package nl.marge.ledger.tail;
