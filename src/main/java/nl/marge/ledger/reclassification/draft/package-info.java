/**
 * What is to be reclassified: a command as a caller sent it, the posted lines it means as they stand now, and where
 * each is to go ({@link nl.marge.ledger.reclassification.draft.Drafting}), with the checks of both. Nothing is kept
 * here.
 */
package nl.marge.ledger.reclassification.draft;
