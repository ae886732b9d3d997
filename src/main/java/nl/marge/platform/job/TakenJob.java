package nl.marge.platform.job;

import static java.util.Objects.requireNonNull;

/** A job that was just taken. {@code attempt} counts from 1, this one included. */
record TakenJob(JobLease lease, String kind, String request, boolean cancelAsked, int attempt) {
    TakenJob {
        requireNonNull(lease, "lease");
        requireNonNull(kind, "kind");
        requireNonNull(request, "request");
    }
}
