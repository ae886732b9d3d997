/**
 * How a client has a line divided: what was sent ({@link nl.marge.ledger.split.SplitsCommand}), whether it adds up
 * ({@link nl.marge.ledger.split.SplitRules}), and what comes out ({@link nl.marge.ledger.split.Division}). Pure.
 */
package nl.marge.ledger.split;
