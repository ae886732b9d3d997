/**
 * Upkeep of accounts: reads a caller's upsert, decides by a pure plan what it comes to ({@code AccountPlan}), and
 * writes it under the company's lock. Door: {@link nl.marge.ledger.account.Accounts}. Everybody else reads accounts in
 * {@link nl.marge.ledger.Reference}.
 */
package nl.marge.ledger.account;
