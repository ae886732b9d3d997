package nl.marge.ledger.quarantine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.platform.http.ListedViolation;

/**
 * Something that was done with an entry set aside: what, when, by whom as far as said, and why; {@code said} when it
 * gave the entry its text.
 */
public record Step(
        int number,
        Kind kind,
        Instant recordedAt,
        Optional<String> by,
        Optional<String> reason,
        Optional<EntryId> posted,
        Optional<Said> said) {
    public Step {
        requireNonNull(kind, "kind");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
        requireNonNull(posted, "posted");
        requireNonNull(said, "said");
    }

    Step because(Optional<String> why) {
        return new Step(number, kind, recordedAt, by, why, posted, said);
    }

    Step posting(EntryId entry) {
        return new Step(number, kind, recordedAt, by, reason, Optional.of(entry), said);
    }

    Step saying(Said text) {
        return new Step(number, kind, recordedAt, by, reason, posted, Optional.of(text));
    }

    /** A step of which nothing more is known. */
    static Step of(int number, Kind kind, Instant recordedAt, Optional<String> by) {
        return new Step(number, kind, recordedAt, by, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A text of the entry, and what was wrong with it then. */
    public record Said(EntryCommand command, List<ListedViolation> violations) {
        public Said {
            requireNonNull(command, "command");
            violations = List.copyOf(violations);
        }
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
        DISCARDED,
        /** The sender posted it otherwise: told by the journal, never stored here. */
        SUPERSEDED;

        /** The state it is in since. */
        public QuarantineState state() {
            return switch (this) {
                case HELD, MENDED -> QuarantineState.HELD;
                case RELEASED -> QuarantineState.RELEASED;
                case DISCARDED -> QuarantineState.DISCARDED;
                case SUPERSEDED -> QuarantineState.SUPERSEDED;
            };
        }
    }
}
