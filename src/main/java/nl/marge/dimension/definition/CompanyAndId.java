package nl.marge.dimension.definition;

/** The key of a row that gets dense ids per company. */
record CompanyAndId(int companyId, int id) {}
