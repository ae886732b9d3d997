/**
 * Upkeep of fiscal periods: opens and closes them under the company's lock, so that no posting slips in after a closing
 * ({@code Periods}). Everybody else reads them in {@link nl.marge.ledger.setting.PeriodStatuses}.
 */
package nl.marge.ledger.period;
