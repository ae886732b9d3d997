package nl.marge.dimension.membership;

import java.time.LocalDate;

/** The key of a row of the membership log. */
record MembershipKey(int companyId, int valueId, int targetDimensionId, LocalDate fromDate, long version) {}
