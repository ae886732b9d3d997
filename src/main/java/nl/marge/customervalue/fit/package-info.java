/**
 * Models estimated from data, honestly: a {@link nl.marge.customervalue.fit.Fit} is a status first, then parameters
 * with standard errors and intervals. Data that cannot carry a model give a status and a word on what to change,
 * never an exception, never NaN. Doors: {@link nl.marge.customervalue.fit.PurchaseFits}, {@link
 * nl.marge.customervalue.fit.SegmentFits}, {@link nl.marge.customervalue.fit.RenewalFits}, {@link
 * nl.marge.customervalue.fit.SpendFits}, {@link nl.marge.customervalue.fit.DeltaMethod}. Uses {@code model}, {@code
 * spend}, {@code purchase} and {@code numeric}. The same data give the same fit, to the last bit.
 */
package nl.marge.customervalue.fit;
