/**
 * What the six levers would do to a segment P&amp;L: amounts are scaled where they stand, driver quantities go once
 * more through the allocations, and nothing is stored (docs/spec-what-if.md). {@link nl.marge.profitability.whatif.Grounds}
 * loads what a calculation stands on; the rest is pure. The answers over HTTP are a package of their own.
 */
package nl.marge.profitability.whatif;
