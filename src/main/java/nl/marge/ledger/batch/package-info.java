/**
 * Many entries in one request: a JSON body or a stream of any length becomes a sequence of entries
 * ({@code EntrySource}), weighed and laid down chunk by chunk ({@link nl.marge.ledger.batch.BatchPosting}), all or
 * nothing or each that is right, and told as one result. The rules and the writer are those of single entries.
 */
package nl.marge.ledger.batch;
