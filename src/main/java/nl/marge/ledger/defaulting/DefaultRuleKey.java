package nl.marge.ledger.defaulting;

/** The key of one thing said of a default rule. */
record DefaultRuleKey(int companyId, String code, long version) {}
