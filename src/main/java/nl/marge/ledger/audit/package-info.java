/**
 * What an auditor asks for: the chain of seals over all batches and its verification, and the control totals by which a
 * source proves that Marge holds all it has sent. Doors: {@code LedgerVerification}, {@code ControlTotals}.
 */
package nl.marge.ledger.audit;
