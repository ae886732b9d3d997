/**
 * What the six levers would do to a segment P&amp;L (docs/spec-what-if.md). Amounts are scaled where they stand, driver
 * quantities go once more through the allocations, nothing is stored. Door: {@code Grounds}, which loads what a
 * calculation stands on; the rest is pure. The answers over HTTP are a package of their own.
 */
package nl.marge.profitability.whatif;
