/**
 * The workshop's engine: divides the cost of pools over receivers by the rules of a cycle, exact to the minor unit.
 * Pure: no input or output, no clock, no framework. Door: {@code AllocationEngine.plan}.
 */
package nl.marge.allocation.engine;
