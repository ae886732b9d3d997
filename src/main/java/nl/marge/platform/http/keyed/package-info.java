/** The {@code Idempotency-Key} over HTTP: resources run their keyed requests through {@code KeyedRequests}. */
package nl.marge.platform.http.keyed;
