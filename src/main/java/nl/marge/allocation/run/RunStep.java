package nl.marge.allocation.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One thing that happened to a run, with the entries that were posted for it.
 *
 * @param batchId 0 when nothing was posted
 * @param firstOrdinal place in the batch of the first entry
 * @param firstNumber the ledger number of the first entry
 */
public record RunStep(
        RunState state, Instant recordedAt, long batchId, int firstOrdinal, long firstNumber, int entries) {
    public RunStep {
        requireNonNull(state, "state");
        requireNonNull(recordedAt, "recordedAt");
    }

    /** A step without entries. */
    static RunStep withoutEntries(RunState state, Instant recordedAt) {
        return new RunStep(state, recordedAt, 0, 0, 0, 0);
    }
}
