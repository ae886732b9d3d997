package nl.marge.ledger.lines;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.ledger.entry.Provenance;

/** A line of a published entry as it was laid down; amount in minor units (debit +), quantity in millionths. */
record PublishedLine(
        EntryHeader entry,
        int lineNumber,
        int accountId,
        int dimensionSetId,
        Provenance provenance,
        long amount,
        OptionalLong quantity,
        LocalDate membershipDate,
        Optional<String> lineId,
        Optional<String> text) {
    PublishedLine {
        requireNonNull(entry, "entry");
        requireNonNull(provenance, "provenance");
        requireNonNull(quantity, "quantity");
        requireNonNull(membershipDate, "membershipDate");
        requireNonNull(lineId, "lineId");
        requireNonNull(text, "text");
    }

    /** The epoch day its memberships are looked up by. */
    int membershipDay() {
        return Math.toIntExact(membershipDate.toEpochDay());
    }
}
