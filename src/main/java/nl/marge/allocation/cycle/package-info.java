/**
 * Upkeep of allocation cycles. Reads a caller's upsert, decides by a pure plan what it comes to ({@code CyclePlan}),
 * and appends it under the company's lock; a version that a run was posted by never changes. Door: {@link
 * nl.marge.allocation.cycle.AllocationCycles}. {@code NamedInAllocations} keeps the values and accounts that
 * allocations name.
 */
package nl.marge.allocation.cycle;
