package nl.marge.kernel;

import static java.util.Objects.requireNonNull;

/** How a PUT of one resource ended: the resource as it is now, and what happened to it. */
public record Upsert<T>(T resource, Outcome outcome) {
    public Upsert {
        requireNonNull(resource, "resource");
        requireNonNull(outcome, "outcome");
    }

    /** What a PUT did. */
    public enum Outcome {
        CREATED,
        UPDATED,
        /** The resource was already so; its version stays. */
        UNCHANGED
    }

    /** How a PUT of many ended. */
    public record Counts(int created, int updated, int unchanged) {}
}
