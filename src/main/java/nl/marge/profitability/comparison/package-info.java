/**
 * What figures are set against: {@link nl.marge.profitability.comparison.Comparison} is asked for in the caller's
 * words, {@link nl.marge.profitability.comparison.DateShift} finds the dates of an earlier range. Reports stand on it;
 * it knows no figures.
 */
package nl.marge.profitability.comparison;
