package nl.marge.ledger.posting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DerivedValues;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A journal entry as answered. Amounts are the ledger's: debit +, credit -, with exactly the currency's decimals. In a
 * dry run {@code id}, {@code number} and {@code recordedAt} are null.
 */
@Schema(description = "A journal entry as stored: one business event, immutable.")
public record JournalEntry(
        Optional<String> id,
        Optional<Long> number,

        @Schema(description = "POSTED or UNCHANGED on posting; null when read")
        Optional<String> outcome,

        String externalId,
        String source,
        String kind,
        String scenario,
        LocalDate postingDate,
        String currency,
        Optional<String> description,
        Optional<Instant> recordedAt,
        @Schema(description = "The entry this one cancels") Optional<String> reverses,

        @Schema(description = "The entry that cancels this one")
        Optional<String> reversedBy,

        Optional<String> reason,
        List<JournalLine> lines) {

    public JournalEntry {
        requireNonNull(externalId, "externalId");
        lines = List.copyOf(lines);
    }

    /** A line as answered: the dimensions posted on it, and those derived through memberships, shown apart. */
    public record JournalLine(
            int number,
            String account,
            @Schema(description = "Debit +, credit -") String amount,
            Optional<String> quantity,
            Optional<String> text,
            Optional<String> lineId,
            LocalDate membershipDate,
            Map<String, String> dimensions,
            Map<String, DerivedValues.Shown> derived) {
        public JournalLine {
            requireNonNull(account, "account");
            requireNonNull(amount, "amount");
        }
    }
}
