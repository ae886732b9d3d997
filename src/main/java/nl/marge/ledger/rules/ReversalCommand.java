package nl.marge.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A reversal as sent: by default on the original's date, under its externalId with {@code /reversal} behind. */
public record ReversalCommand(Optional<String> postingDate, Optional<String> reason, Optional<String> externalId) {
    public ReversalCommand {
        requireNonNull(postingDate, "postingDate");
        requireNonNull(reason, "reason");
        requireNonNull(externalId, "externalId");
    }
}
