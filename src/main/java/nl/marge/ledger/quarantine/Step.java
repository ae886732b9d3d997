package nl.marge.ledger.quarantine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import nl.marge.ledger.entry.EntryId;

/** Something that was done with an entry set aside: what, when, by whom as far as said, and why. */
public record Step(
        int number,
        Kind kind,
        Instant recordedAt,
        Optional<String> by,
        Optional<String> reason,
        Optional<EntryId> posted) {
    public Step {
        requireNonNull(kind, "kind");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
        requireNonNull(posted, "posted");
    }

    /** What was done. */
    public enum Kind {
        /** It was set aside. */
        HELD,
        /** Its content was replaced. */
        MENDED,
        /** It was posted. */
        RELEASED,
        /** It was put away for good. */
        DISCARDED;

        /** The state it is in since. */
        public QuarantineState state() {
            return switch (this) {
                case HELD, MENDED -> QuarantineState.HELD;
                case RELEASED -> QuarantineState.RELEASED;
                case DISCARDED -> QuarantineState.DISCARDED;
            };
        }
    }
}
