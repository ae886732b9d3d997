/**
 * Upkeep of fiscal periods: opens and closes them under the company's lock, so that no posting slips in after a closing
 * ({@code Periods}); and what each status takes ({@link nl.marge.ledger.period.PeriodRules}). The statuses themselves
 * are read in {@link nl.marge.ledger.setting.PeriodStatuses}.
 */
package nl.marge.ledger.period;
