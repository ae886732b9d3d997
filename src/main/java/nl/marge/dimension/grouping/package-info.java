/**
 * How lines are grouped by dimensions, without looking at a line: what a caller asked for ({@code by}, {@code filter},
 * {@code membership}) becomes a table from dimension set, and membership date where it matters, to a dense group. Pure:
 * it knows the picture of the dimensions and the sets, no database, no clock. Reports of any kind stand on it. Doors:
 * {@link nl.marge.dimension.grouping.SetGrouping} and what it is made of,
 * {@link nl.marge.dimension.grouping.GroupBy}, {@link nl.marge.dimension.grouping.DimensionFilter},
 * {@link nl.marge.dimension.grouping.MembershipMode}; and {@link nl.marge.dimension.grouping.Stretches}, the finest
 * grouping, for whoever moves what it finds.
 */
package nl.marge.dimension.grouping;
