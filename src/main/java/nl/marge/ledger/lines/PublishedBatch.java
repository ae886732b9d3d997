package nl.marge.ledger.lines;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A published batch, or the part of it that was asked for: entries with ordinals {@code firstOrdinal} to {@code
 * lastOrdinal}; {@code linesAtMost} is never less than their lines; {@code whole} when nothing of it was cut off.
 */
record PublishedBatch(
        long batchId,
        long firstNumber,
        int firstOrdinal,
        int lastOrdinal,
        boolean whole,
        long linesAtMost,
        Instant recordedAt) {
    PublishedBatch {
        requireNonNull(recordedAt, "recordedAt");
    }

    /** How many entries are asked for. */
    int entries() {
        return lastOrdinal - firstOrdinal + 1;
    }

    /** The number of an entry; {@code firstNumber} is that of ordinal 0. */
    long numberOf(int ordinal) {
        return firstNumber + ordinal;
    }

    /** The part of it from {@code first} to {@code last}. */
    PublishedBatch part(int first, int last) {
        return new PublishedBatch(batchId, firstNumber, first, last, false, linesAtMost, recordedAt);
    }
}
