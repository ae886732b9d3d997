/**
 * How reports on customers are asked for: which customers, over which lines, by which margin. Door: {@link
 * nl.marge.customervalue.asked.HistoryParameters}.
 */
package nl.marge.customervalue.asked;
