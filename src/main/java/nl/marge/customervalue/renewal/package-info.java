/**
 * Contracts as purchases show them: who renewed, who left, and what each period under contract brought and cost. Doors:
 * {@link nl.marge.customervalue.renewal.Renewals} and {@link nl.marge.customervalue.renewal.ContractSums}. Pure.
 */
package nl.marge.customervalue.renewal;
