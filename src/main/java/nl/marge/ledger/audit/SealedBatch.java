package nl.marge.ledger.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** A published batch: its place in the ledger, and its seal unless it was posted before there were seals. */
record SealedBatch(
        long batchId, long firstNumber, int entries, long linesThrough, Instant recordedAt, Optional<String> seal) {
    SealedBatch {
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(seal, "seal");
    }

    long lastNumber() {
        return firstNumber + entries - 1;
    }
}
