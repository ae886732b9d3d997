/**
 * Entries set aside: what a source in QUARANTINE mode sent and the rules refused is kept here as it was sent, with what
 * was wrong, until somebody mends, releases or discards it ({@link nl.marge.ledger.quarantine.Quarantine}). Nothing is
 * ever erased: each step is appended. The posting rooms set aside; {@code nl.marge.ledger.mending} is where people deal
 * with it.
 */
package nl.marge.ledger.quarantine;
