package nl.marge.ledger.entry;

import static java.util.Objects.requireNonNull;

/** An entry that is in the journal already: where, under which number (0 while unpublished), and its content. */
public record StoredEntry(EntryId id, long number, EntryIdentity identity) {
    public StoredEntry {
        requireNonNull(id, "id");
        requireNonNull(identity, "identity");
    }
}
