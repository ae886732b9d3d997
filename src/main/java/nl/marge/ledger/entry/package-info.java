/**
 * Entries as they are laid down: where one lies ({@link nl.marge.ledger.entry.EntryId}), by what it is recognised
 * ({@link nl.marge.ledger.entry.EntryIdentity}), what it says once it was weighed, and the way to read it back.
 */
package nl.marge.ledger.entry;
