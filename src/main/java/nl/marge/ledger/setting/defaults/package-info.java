/**
 * Default rules, pure: {@link nl.marge.ledger.setting.defaults.DefaultRules} holds those of a company, and
 * {@link nl.marge.ledger.setting.defaults.DefaultResolution} fills what a line's sender left blank. They are kept by
 * {@code ledger.defaulting} and asked by {@code ledger.rules}; this room sees dimensions and the kernel only.
 */
package nl.marge.ledger.setting.defaults;
