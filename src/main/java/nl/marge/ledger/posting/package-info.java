/**
 * Posting: how a journal entry becomes permanent. A command is read in its shape ({@code EntryReader}), weighed by a
 * pure check ({@code PostingRules}) against a {@link nl.marge.ledger.Reference}, and laid down by one writer per
 * company ({@code CompanyWriter}) that commits the work of several clients together ({@code JournalStore}). The front
 * door for every way in is {@link nl.marge.ledger.posting.Ledger}.
 */
package nl.marge.ledger.posting;
