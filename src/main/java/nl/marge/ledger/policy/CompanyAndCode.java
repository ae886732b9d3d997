package nl.marge.ledger.policy;

/** The key of a rule's row. */
record CompanyAndCode(int companyId, String code) {}
