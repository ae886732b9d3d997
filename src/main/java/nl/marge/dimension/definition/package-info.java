/**
 * Upkeep of dimensions and their values: reads a caller's upsert, decides by a pure plan what it comes to
 * ({@code ValuePlan}, {@code DimensionPlan}), and writes it under the company's lock. Doors: {@code Dimensions},
 * {@code Values}.
 */
package nl.marge.dimension.definition;
