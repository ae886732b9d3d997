/**
 * The ground of the house: values and laws without any framework: exact decimals, 128-bit sums, accounting dates and
 * fiscal periods, violations and refusals. It knows the JDK only; every other room stands on it.
 */
package nl.marge.kernel;
