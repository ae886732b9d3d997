package nl.marge.ledger.tail;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A published batch, or the part of it that was asked for: entries with ordinals {@code firstOrdinal} to {@code
 * lastOrdinal}; {@code linesAtMost} is never less than their lines; {@code whole} when nothing of it was cut off.
 */
public record PublishedBatch(
        long batchId,
        long firstNumber,
        int firstOrdinal,
        int lastOrdinal,
        boolean whole,
        long linesAtMost,
        Instant recordedAt) {
    public PublishedBatch {
        requireNonNull(recordedAt, "recordedAt");
    }

    /** How many entries are asked for. */
    public int entries() {
        return lastOrdinal - firstOrdinal + 1;
    }

    /** The number of an entry; {@code firstNumber} is that of ordinal 0. */
    public long numberOf(int ordinal) {
        return firstNumber + ordinal;
    }

    /** The part of it from {@code first} to {@code last}. */
    public PublishedBatch part(int first, int last) {
        return new PublishedBatch(batchId, firstNumber, first, last, false, linesAtMost, recordedAt);
    }
}
