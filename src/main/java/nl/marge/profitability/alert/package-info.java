/**
 * Whose margin crossed a threshold since the period before, and by which lines (docs/spec-profitability.md). Door:
 * {@link nl.marge.profitability.alert.MarginAlerts}; what crosses is found by {@link nl.marge.profitability.alert.Threshold},
 * pure.
 */
package nl.marge.profitability.alert;
