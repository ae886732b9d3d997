package nl.marge.ledger.lines;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import nl.marge.ledger.EntryKind;

/** A published entry without its lines. */
record EntryHeader(
        long number,
        long batchId,
        int ordinal,
        String source,
        String externalId,
        EntryKind kind,
        String scenario,
        LocalDate postingDate,
        String currency,
        Instant recordedAt,
        int lineCount) {
    EntryHeader {
        requireNonNull(source, "source");
        requireNonNull(externalId, "externalId");
        requireNonNull(kind, "kind");
        requireNonNull(scenario, "scenario");
        requireNonNull(postingDate, "postingDate");
        requireNonNull(currency, "currency");
        requireNonNull(recordedAt, "recordedAt");
    }
}
