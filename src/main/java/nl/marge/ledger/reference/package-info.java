/**
 * The picture of a company's reference data that postings are weighed against and reports are grouped by: immutable, in
 * memory, never older than what is committed. {@code References} is the door; the rooms beside it keep the parts.
 */
package nl.marge.ledger.reference;
