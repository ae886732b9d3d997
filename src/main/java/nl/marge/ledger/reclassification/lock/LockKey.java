package nl.marge.ledger.reclassification.lock;

/** The key of a row of the log of locked dimensions. */
record LockKey(int companyId, long version) {}
