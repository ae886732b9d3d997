package nl.marge.ledger.currency;

/** The key of a row of the log of currency settings. */
record CurrencySettingKey(int companyId, long version) {}
