/**
 * What is earned, and on whom: the segment P&amp;L over the cube. Door: {@link
 * nl.marge.profitability.ProfitAndLosses}. A report is asked for in the caller's words ({@link
 * nl.marge.profitability.ReportQuery}), planned into rows and columns, added up by the cube, and written row by row as
 * JSON or CSV, so that no report is held as text. Nothing here touches the database.
 */
package nl.marge.profitability;
