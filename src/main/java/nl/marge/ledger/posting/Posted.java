package nl.marge.ledger.posting;

import static java.util.Objects.requireNonNull;

/** The answer to a single posting: whether it is new, and the entry. */
public record Posted(boolean isNew, JournalEntry entry) implements Received {
    public Posted {
        requireNonNull(entry, "entry");
    }

    @Override
    public JournalEntry body() {
        return entry;
    }

    static final String POSTED = "POSTED";
    static final String UNCHANGED = "UNCHANGED";
}
