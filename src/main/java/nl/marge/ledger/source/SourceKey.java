package nl.marge.ledger.source;

/** The key of a source's row. */
record SourceKey(int companyId, String code) {}
