package nl.marge.ledger.reclassification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One step in the life of a reclassification: what was done, the state after it, by whom as far as told, when, how many
 * violations it found, and which entries it posted ({@code entries} of them from {@code firstNumber} on).
 */
record Step(
        Action action,
        State state,
        Optional<String> by,
        Instant recordedAt,
        int violations,
        long firstNumber,
        int entries) {
    Step {
        requireNonNull(action, "action");
        requireNonNull(state, "state");
        requireNonNull(by, "by");
        requireNonNull(recordedAt, "recordedAt");
    }

    /** A step that posts nothing. */
    static Step of(Action action, State state, Optional<String> by, Instant recordedAt) {
        return new Step(action, state, by, recordedAt, 0, 0, 0);
    }
}
