/**
 * Traces: from what a receiver got back through rule, driver and pool to the lines it came from, and from a pool
 * forward to its receivers; in figures that sum and in sentences. Door: {@code TraceResource}.
 */
package nl.marge.allocation.trace;
