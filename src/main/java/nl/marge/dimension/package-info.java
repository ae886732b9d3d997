/**
 * Axes of description: dimensions, their values and hierarchies, dated memberships of one value in another, and the
 * sets of values that ledger lines carry. {@link nl.marge.dimension.DimensionReference} is the immutable picture of one
 * company that posting and reports work from; {@link nl.marge.dimension.DimensionSets} keeps every set ever used.
 */
package nl.marge.dimension;
