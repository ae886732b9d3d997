/**
 * Upkeep of a company's statement, its P&amp;L template: reads what a caller says, decides by pure rules
 * ({@code StatementRules}) whether it is a template that ties to the ledger, and appends it under the company's lock.
 * Door: {@link nl.marge.ledger.statement.Statements}. Everybody else reads it in {@link nl.marge.ledger.Reference}.
 */
package nl.marge.ledger.statement;
