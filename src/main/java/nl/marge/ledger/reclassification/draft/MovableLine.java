package nl.marge.ledger.reclassification.draft;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.move.LineKey;

/**
 * A posted line as it stands now: {@code line} carries the set it was last moved to. {@code number} is its entry's;
 * {@code reverses} the entry that its entry cancels, {@code reversed} whether one cancels it.
 */
public record MovableLine(
        LineKey key,
        long number,
        EntryKind kind,
        String scenario,
        LocalDate postingDate,
        String currency,
        Optional<EntryId> reverses,
        boolean reversed,
        WeighedLine line) {
    public MovableLine {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(scenario, "scenario");
        requireNonNull(postingDate, "postingDate");
        requireNonNull(currency, "currency");
        requireNonNull(reverses, "reverses");
        requireNonNull(line, "line");
    }

    /** The set it stands on now. */
    public DimensionSet set() {
        return line.dimensions();
    }

    /** The epoch day its memberships are looked up by. */
    int membershipDay() {
        return Math.toIntExact(line.membershipDate().toEpochDay());
    }

    /** Whether lines of such an entry are moved by a reclassification: our own entries have ways of their own. */
    boolean isReclassifiable() {
        return kind == EntryKind.JOURNAL || kind == EntryKind.COST;
    }
}
