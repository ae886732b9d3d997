package nl.marge.ledger.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.StoredEntry;

/** What became of one weighed entry. */
public sealed interface Outcome {

    /** It was laid down. */
    record Posted(EntryId id, long number, Instant recordedAt) implements Outcome {
        public Posted {
            requireNonNull(id, "id");
            requireNonNull(recordedAt, "recordedAt");
        }
    }

    /** The same content was there already. */
    record Unchanged(StoredEntry stored) implements Outcome {
        public Unchanged {
            requireNonNull(stored, "stored");
        }
    }

    /** Its externalId is taken by other content. */
    record Reused(StoredEntry stored) implements Outcome {
        public Reused {
            requireNonNull(stored, "stored");
        }
    }

    /** The entry it would cancel is cancelled already, by {@code stored}. */
    record AlreadyReversed(StoredEntry stored) implements Outcome {
        public AlreadyReversed {
            requireNonNull(stored, "stored");
        }
    }

    /** An earlier entry of its own atomic unit has the same externalId and other content. */
    record RepeatedInUnit(EntryIdentity identity) implements Outcome {
        public RepeatedInUnit {
            requireNonNull(identity, "identity");
        }
    }

    /** Nothing is wrong with it, but another entry of its atomic unit was refused. */
    record NotPosted() implements Outcome {}

    /** Whether the entry was refused. */
    default boolean isRefused() {
        return this instanceof Reused || this instanceof AlreadyReversed || this instanceof RepeatedInUnit;
    }
}
