/**
 * The scales: a command as a client sent it ({@link nl.marge.ledger.rules.EntryCommand}, read in its shape by
 * {@link nl.marge.ledger.rules.EntryReader}) is weighed by a pure check ({@link nl.marge.ledger.rules.PostingRules})
 * against one picture of the reference data. No I/O, no framework, no clock.
 */
package nl.marge.ledger.rules;
