/**
 * How every report on profitability tells its proof against the ledger, and names its rows. Doors: {@link
 * nl.marge.profitability.answer.ReportProof}, {@link nl.marge.profitability.answer.NamedRows}.
 */
package nl.marge.profitability.answer;
