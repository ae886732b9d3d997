/**
 * The strong-room: entries are laid down once and never touched again. One writer per company
 * ({@link nl.marge.ledger.journal.CompanyWriters}) commits the work of several clients together; an entry is visible
 * only through its batch row, which is inserted last, under the company's row lock, so numbers are gapless and in
 * commit order ({@code GroupCommit}, {@link nl.marge.ledger.journal.StagedBatches}). What comes in was already weighed.
 */
package nl.marge.ledger.journal;
