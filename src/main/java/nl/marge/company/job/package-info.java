/**
 * Jobs over HTTP. What a job is and who runs it stands in {@code platform.job}; this room knows which company is meant.
 * A capability that answers 202 takes body and location from {@link nl.marge.company.job.JobBody}.
 */
package nl.marge.company.job;
