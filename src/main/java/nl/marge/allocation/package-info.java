/**
 * The workshop: moves internal cost from where it arose to the customers and segments that caused it. What governs it
 * stands in {@code setting}; {@code engine} calculates and is pure; {@code run} posts the plan through the ledger's own
 * door. No one downstream knows the workshop exists.
 */
package nl.marge.allocation;
