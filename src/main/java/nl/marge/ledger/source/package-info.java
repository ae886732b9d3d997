/**
 * Upkeep of sources: what becomes of an entry of theirs that is wrong or late ({@code Sources}). Everybody else reads
 * them in {@link nl.marge.ledger.setting.SourceSettings}.
 */
package nl.marge.ledger.source;
