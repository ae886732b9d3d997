/**
 * What customers are worth, by a kept fit: each customer, each segment, when acquisition cost comes back, and every term
 * of the formula for one of them. Values are present values; money is rounded once, when it is told. Door: {@link
 * nl.marge.customervalue.valuation.Valuations}.
 */
package nl.marge.customervalue.valuation;
