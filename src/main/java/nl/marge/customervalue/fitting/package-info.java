/**
 * Fits of customer value as they are asked for, made as jobs, kept and shown: which model of buying and leaving, which
 * margins and cost-to-serve, by segment, and how well it told the time it had not seen. Door: {@link
 * nl.marge.customervalue.fitting.ValueFits}. The mathematics stand in the packages beside it; customers are valued in
 * {@code customervalue.valuation}.
 */
package nl.marge.customervalue.fitting;
