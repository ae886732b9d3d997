package nl.marge.ledger.statement;

/** The key of a row of the statement log. */
record StatementKey(int companyId, long version) {}
