package nl.marge.ledger.quarantine;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.ledger.entry.EntryId;

/** Where a refused entry is kept, and what has become of it; {@code posted} when it was released or superseded. */
public record Kept(long id, QuarantineState state, Optional<EntryId> posted) {
    private static final int RADIX = 36;

    public Kept {
        requireNonNull(state, "state");
        requireNonNull(posted, "posted");
    }

    /** The id as clients see it. */
    public String shownId() {
        return shown(id);
    }

    static String shown(long id) {
        return Long.toString(id, RADIX);
    }

    /** Reads {@link #shownId}; empty when {@code text} is no id of ours. */
    static Optional<Long> read(String text) {
        try {
            return Optional.of(Long.parseLong(text, RADIX))
                    .filter(id -> shown(id).equals(text));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
