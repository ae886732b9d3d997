/**
 * Tables as CSV that a spreadsheet opens without harm: RFC 4180, streamed, guarded against formulas, in the forms that
 * a Dutch spreadsheet wants. Door: {@link nl.marge.platform.csv.CsvTable}. It uses the JDK and FastCSV only.
 */
package nl.marge.platform.csv;
