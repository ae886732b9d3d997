/**
 * Upkeep of what postings must carry: dimension policies and combination rules. Reads a caller's upsert, decides by a
 * pure plan what it comes to ({@code PolicyPlan}, {@code CombinationPlan}), and writes it under the company's lock.
 * Doors: {@link nl.marge.ledger.policy.Policies}, {@link nl.marge.ledger.policy.Combinations}. Postings read both in
 * {@link nl.marge.ledger.reference.Reference}.
 */
package nl.marge.ledger.policy;
