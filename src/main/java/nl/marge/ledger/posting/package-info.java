/**
 * The front door of the books: {@link nl.marge.ledger.posting.Ledger} posts, reverses and reads single entries. It asks
 * the rules ({@code ledger.rules}) and hands what may be laid down to the strong-room ({@code ledger.journal}). Also
 * here: requests with an idempotency key, and the words for conflicts, which the batch door shares.
 */
package nl.marge.ledger.posting;
