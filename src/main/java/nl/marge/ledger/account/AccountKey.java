package nl.marge.ledger.account;

/** The key of an account's row. */
record AccountKey(int companyId, int id) {}
