/**
 * What every report on profitability begins and ends with over HTTP: which books it is asked of, the forms it is
 * answered in, its entity tag, its proof against the ledger, and how it names its rows. Door: {@link
 * nl.marge.profitability.answer.ReportAnswers}.
 */
package nl.marge.profitability.answer;
