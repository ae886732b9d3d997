package nl.marge.ledger.posting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.journal.PostingUnit;
import nl.marge.ledger.reference.Reference;

/** Entries that the house makes itself, such as those of a reclassification. */
@FunctionalInterface
public interface HouseEntries {

    /**
     * Makes the entries, or refuses to; empty when they turn out to be laid down already. Asked again whenever the
     * reference data, or what the companion watches, moved before they were laid down.
     *
     * @throws nl.marge.kernel.Refusal with everything that is wrong
     */
    Optional<Made> make(Reference reference);

    /** Entries to be laid down together, and what goes with them. */
    record Made(List<WeighedEntry> entries, PostingUnit.Companion companion) {
        public Made {
            entries = List.copyOf(entries);
            requireNonNull(companion, "companion");
        }
    }
}
