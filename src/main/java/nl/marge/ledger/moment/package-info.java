/**
 * As of when a report is made: now, or as known at an instant. Door: {@link nl.marge.ledger.moment.LedgerMoments},
 * which turns a request into a {@link nl.marge.ledger.moment.LedgerMoment}: the last entry that counts, the reference
 * data that was known with it, and the day that was today. Below it are the pictures of reference data; lines, cube and
 * reports read by it.
 */
package nl.marge.ledger.moment;
