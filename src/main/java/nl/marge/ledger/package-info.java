/**
 * The books: accounts and the statement they map to, journal entries and their lines. One door to post
 * ({@code Ledger}), one pure check ({@code PostingRules}), one store that only appends.
 * Reports read the same truth through {@code LedgerTail}.
 */
package nl.marge.ledger;
