/**
 * Work that outlives its request: a row that any replica can take, run and finish. A capability submits through {@link
 * nl.marge.platform.job.Jobs} and does the work as a {@link nl.marge.platform.job.JobKind}, a bean that is found by
 * itself. Who runs a job holds a lease on it and renews it; when the replica dies the lease runs out and another one
 * begins the job anew. Over HTTP jobs are shown by {@code company.job}, which knows companies.
 */
package nl.marge.platform.job;
