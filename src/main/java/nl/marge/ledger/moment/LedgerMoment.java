package nl.marge.ledger.moment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.marge.company.Watermark;
import nl.marge.ledger.reference.Reference;

/**
 * The books as a report sees them: every entry up to {@code number}, and the reference data known with them. {@code
 * today} is the day it then was in the company's time zone; {@code asOfRecorded} is there when a caller asked for an
 * earlier instant.
 */
public record LedgerMoment(Reference reference, long number, LocalDate today, Optional<Instant> asOfRecorded) {
    public LedgerMoment {
        requireNonNull(reference, "reference");
        requireNonNull(today, "today");
        requireNonNull(asOfRecorded, "asOfRecorded");
    }

    /** What is known. */
    public Watermark watermark() {
        return new Watermark(number, reference.version());
    }
}
