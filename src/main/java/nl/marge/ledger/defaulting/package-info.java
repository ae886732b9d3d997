/**
 * Upkeep of default rules: reads a caller's upsert, decides by a pure plan what it comes to ({@code DefaultRulePlan}),
 * and appends it under the company's lock. Door: {@link nl.marge.ledger.defaulting.Defaults}. Everybody else reads the
 * rules in {@link nl.marge.ledger.setting.defaults.DefaultRules}.
 */
package nl.marge.ledger.defaulting;
