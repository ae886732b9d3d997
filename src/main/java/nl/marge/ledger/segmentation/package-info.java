/**
 * Upkeep of segmentations: rules that put the values of one dimension into values of another, by lines of the statement
 * and by attributes (docs/spec-segmentation.md). What they come to is told upstairs, where margins are known. Door:
 * {@link nl.marge.ledger.segmentation.Segmentations}, and {@link nl.marge.ledger.segmentation.MembershipWrites} by
 * which whoever told them writes them back; it needs dimensions and the reference data of this room.
 */
package nl.marge.ledger.segmentation;
