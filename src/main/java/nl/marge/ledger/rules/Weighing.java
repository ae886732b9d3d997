package nl.marge.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Violations;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.ledger.entry.WeighedEntry;

/** What the scales say of one entry. */
public sealed interface Weighing {

    /** It may be laid down. */
    record Accepted(WeighedEntry entry) implements Weighing {
        public Accepted {
            requireNonNull(entry, "entry");
        }
    }

    /**
     * It may not. The identity is known when the form was good enough to recognise a repeat: what was posted once stays
     * recognised, even when its account has been blocked since.
     */
    record Refused(Optional<EntryIdentity> identity, Violations violations) implements Weighing {
        public Refused {
            requireNonNull(identity, "identity");
            requireNonNull(violations, "violations");
        }

        /** Whether {@code stored} is this very entry. */
        public boolean isOf(StoredEntry stored) {
            return identity.filter(stored.identity()::equals).isPresent();
        }
    }
}
