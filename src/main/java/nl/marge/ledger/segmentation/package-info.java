/**
 * Upkeep of segmentations: rules that put the values of one dimension into values of another, by lines of the statement
 * and by attributes (docs/spec-segmentation.md). What they come to is told upstairs, where margins are known. Door:
 * {@link nl.marge.ledger.segmentation.Segmentations}; it needs dimensions and the reference data of this room.
 */
package nl.marge.ledger.segmentation;
