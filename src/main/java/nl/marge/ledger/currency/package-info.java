/**
 * Upkeep of exchange rates and of how a company uses them: reads what a caller says, decides by a pure plan what it
 * comes to, and appends it under the company's lock. Doors: {@link nl.marge.ledger.currency.RateHistory},
 * {@link nl.marge.ledger.currency.CurrencySettings}. Postings read the result in
 * {@link nl.marge.ledger.setting.ExchangeRates}.
 */
package nl.marge.ledger.currency;
