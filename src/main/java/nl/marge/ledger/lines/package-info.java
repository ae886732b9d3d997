/**
 * Committed lines read back in full, for clients: {@code ledger-lines}, which takes every question a report takes, so
 * that the lines behind a figure are found by the query that made it ({@link nl.marge.ledger.lines.LineSelection}), and
 * {@code changes}, the feed in commit order. Lines are streamed, never held; nothing is written.
 */
package nl.marge.ledger.lines;
