/**
 * What every report on profitability begins and ends with: which books it is asked of, its proof against the ledger,
 * and how it names its rows. Door: {@link
 * nl.marge.profitability.answer.AskedReports}.
 */
package nl.marge.profitability.answer;
