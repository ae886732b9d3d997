/**
 * What governs postings beside accounts and dimensions, as pictures in memory: period statuses, sources, dimension
 * policies, combination rules, default rules, exchange rates, dimensions locked against reclassification. Each is kept
 * by a room of its own beside this one and only read here.
 */
package nl.marge.ledger.setting;
