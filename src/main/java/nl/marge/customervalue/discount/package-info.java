/**
 * What money is worth at another time: annual effective rates, lengths of periods and what a rate comes to over one.
 * Exact decimals, never rounded to money. Doors: {@link nl.marge.customervalue.discount.AnnualRate} and {@link
 * nl.marge.customervalue.discount.PeriodLength}. Pure.
 */
package nl.marge.customervalue.discount;
