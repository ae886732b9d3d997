package nl.marge.ledger.period;

/** The key of a row of the log of period statuses. */
record PeriodKey(int companyId, String scenario, String period, long version) {}
