/**
 * What answers on customer value have in common: figures that may be missing, with the reason. Door: {@link
 * nl.marge.customervalue.answer.Figure}.
 */
package nl.marge.customervalue.answer;
