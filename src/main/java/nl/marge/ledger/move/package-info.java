/**
 * Where posted lines have been moved to since: {@link nl.marge.ledger.move.LineMoves} keeps the moves that
 * reclassifications made. A line never changes; the dimension set it stands on now is that of its latest move, and a
 * reversal is posted on that. Reclassifications write here, in the transaction of the entries that move the amounts.
 */
package nl.marge.ledger.move;
