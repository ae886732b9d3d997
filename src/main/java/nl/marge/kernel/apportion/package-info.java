/**
 * How one amount becomes several without losing a cent: the one rounding rule for parts of a whole. Door:
 * {@link nl.marge.kernel.apportion.Apportionment}.
 */
package nl.marge.kernel.apportion;
