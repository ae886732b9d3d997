/**
 * From one currency to another: exact ratios, rounded once and in one place. Door:
 * {@link nl.marge.kernel.exchange.ExchangeRate}.
 */
package nl.marge.kernel.exchange;
