/**
 * What a purchase brings: gamma-gamma for revenue, which is never below zero ({@link
 * nl.marge.customervalue.spend.GammaGamma}), and credibility for margins, which may be ({@link
 * nl.marge.customervalue.spend.Credibility}). Both weigh what a customer brought so far against what all do.
 * Amounts are in one currency, in whatever unit the caller takes; what comes out is an estimate in that unit, never
 * posted. Uses {@code numeric}.
 */
package nl.marge.customervalue.spend;
