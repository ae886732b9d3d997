/**
 * Segmentation from data: what kept rules over margins and attributes come to, who would move and why, and the
 * memberships they are written back as (docs/spec-segmentation.md). Doors: {@code Proposals} tells, {@code Assignments}
 * writes. The rules are kept in {@link nl.marge.ledger.segmentation}; below are reports and rankings. Memberships are
 * written by {@link nl.marge.dimension.membership.Memberships} only.
 */
package nl.marge.profitability.segmentation;
