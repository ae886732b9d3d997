/**
 * What a report says of allocation beside its rows: which runs count in it, and what of the pools' cost none has moved.
 * Door: {@link nl.marge.allocation.memo.AllocationMemos}.
 */
package nl.marge.allocation.memo;
