/**
 * Keyed requests: a repeat with the same {@code Idempotency-Key} and body gets the answer that was kept
 * ({@link nl.marge.platform.idempotency.IdempotencyKeys}), written in the transaction of what it answers. Resources run
 * theirs through {@link nl.marge.platform.http.keyed.KeyedRequests}.
 */
package nl.marge.platform.idempotency;
