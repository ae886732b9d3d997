/**
 * Allocation runs: calculated as jobs, posted through the ledger's side entrance as one batch, traced, superseded and
 * reversed by entries of their own, and told apart from what has changed since. Door:
 * {@link nl.marge.allocation.run.AllocationRuns}.
 */
package nl.marge.allocation.run;
