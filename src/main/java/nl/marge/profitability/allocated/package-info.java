/**
 * What a report says of allocation beside its rows: which runs count in it, and what of the pools' cost none has moved.
 * Door: {@link nl.marge.profitability.allocated.AllocationMemos}.
 */
package nl.marge.profitability.allocated;
