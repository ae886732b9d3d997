/**
 * Segmentation from data: rules that put the values of one dimension into values of another by what they earn and what
 * is said of them, what that would change, and the memberships it is written back as (docs/spec-segmentation.md).
 * Doors: {@code Segmentations} keeps the rules, {@code Proposals} says what they come to, {@code Assignments} writes.
 * Below it are reports and rankings; it writes memberships by {@link nl.marge.dimension.membership.Memberships} only.
 */
package nl.marge.profitability.segmentation;
