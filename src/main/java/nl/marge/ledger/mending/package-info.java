/**
 * Where people deal with entries set aside: look at them, mend, release and discard them
 * ({@code Mending}). What is released goes through the front door like any other entry. The entries themselves are kept
 * by {@link nl.marge.ledger.quarantine.Quarantine}.
 */
package nl.marge.ledger.mending;
