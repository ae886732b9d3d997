/**
 * What the ledger gives an allocation run: the source cells of cost pools and the quantities of drivers that are
 * measured from ledger lines. It asks the cube for sums by groups, never for lines, and decides nothing: which pools
 * may overlap, or what a negative quantity means, is for the run. Door: {@link
 * nl.marge.allocation.measure.LedgerMeasurement}.
 */
package nl.marge.allocation.measure;
