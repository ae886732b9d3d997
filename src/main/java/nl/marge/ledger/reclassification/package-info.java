/**
 * Corrections of dimensions after posting: {@link nl.marge.ledger.reclassification.Reclassifications} drafts them from
 * a selection of lines, checks them, applies and undoes them. Nothing posted changes: amounts move by zero-sum entries
 * of kind RECLASSIFICATION that come in by the ledger's front door ({@code ledger.posting}), and where a line stands
 * since is kept in {@code ledger.move}. A line and the line that cancels it always move together, so a reversed entry
 * stays at zero in every segment.
 */
package nl.marge.ledger.reclassification;
