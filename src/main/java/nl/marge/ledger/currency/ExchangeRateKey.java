package nl.marge.ledger.currency;

import java.time.LocalDate;

/** The key of a row of the log of exchange rates. */
record ExchangeRateKey(
        int companyId, String rateType, String fromCurrency, String toCurrency, LocalDate rateDate, long version) {}
