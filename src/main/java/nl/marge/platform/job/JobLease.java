package nl.marge.platform.job;

import static java.util.Objects.requireNonNull;

/** The right to run a job and to write its end, given for one attempt; no two attempts have the same owner. */
record JobLease(int companyId, long id, String owner) {
    JobLease {
        requireNonNull(owner, "owner");
    }
}
