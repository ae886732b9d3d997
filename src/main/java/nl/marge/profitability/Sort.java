package nl.marge.profitability;

/** The order of rows by the total of one line of the statement, counted from 0 in the template. */
record Sort(int line, boolean descending) {}
