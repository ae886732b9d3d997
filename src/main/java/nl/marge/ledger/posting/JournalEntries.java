package nl.marge.ledger.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.company.Company;
import nl.marge.dimension.DerivedValues;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.JournalReader.ReadBack;
import nl.marge.ledger.entry.ShownOrigin;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.posting.JournalEntry.JournalLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.ListedViolation;

/** Tells entries in the caller's codes. */
final class JournalEntries {

    private JournalEntries() {}

    /** An entry as it would be, or was just, laid down. */
    static JournalEntry of(Reference reference, WeighedEntry entry, Placed placed, Optional<String> outcome) {
        return of(reference, entry, placed, outcome, Optional.empty());
    }

    /** An entry read back from the journal. */
    static JournalEntry of(Reference reference, ReadBack read, Optional<String> outcome) {
        Placed placed = new Placed(
                Optional.of(read.stored().id()), Optional.of(read.stored().number()), Optional.of(read.recordedAt()));
        return of(reference, read.entry(), placed, outcome, read.reversedBy());
    }

    private static JournalEntry of(
            Reference reference,
            WeighedEntry entry,
            Placed placed,
            Optional<String> outcome,
            Optional<EntryId> reversedBy) {
        List<JournalLine> lines = new ArrayList<>(entry.lines().size());
        for (WeighedLine line : entry.lines()) {
            lines.add(line(reference, entry.currency(), lines.size() + 1, line));
        }
        return new JournalEntry(
                placed.id().map(EntryId::toString),
                placed.number(),
                outcome,
                entry.identity().externalId(),
                entry.identity().source(),
                entry.kind().name(),
                entry.scenario(),
                entry.postingDate(),
                entry.originalDate(),
                entry.currency(),
                entry.description(),
                placed.recordedAt(),
                entry.reverses().map(reverses -> reverses.entry().toString()),
                reversedBy.map(EntryId::toString),
                entry.reverses().flatMap(WeighedEntry.Reverses::reason),
                lines,
                ListedViolation.of(entry.leftOut()));
    }

    private static JournalLine line(Reference reference, String currency, int number, WeighedLine line) {
        Company company = reference.company();
        return new JournalLine(
                number,
                reference.account(line.accountId()).code(),
                Money.text(line.amount(), company.decimals()),
                line.currencyAmount().isPresent()
                        ? Money.text(line.currencyAmount().getAsLong(), Money.decimalsOf(currency))
                        : Money.text(line.amount(), company.decimals()),
                line.quantity().isPresent()
                        ? Optional.of(Quantities.text(line.quantity().getAsLong()))
                        : Optional.empty(),
                line.text(),
                line.lineId(),
                line.membershipDate(),
                codes(reference.dimensions(), line.dimensions()),
                origins(reference, line),
                new DerivedValues(reference.dimensions())
                        .show(line.dimensions(), (int) line.membershipDate().toEpochDay()));
    }

    private static Map<String, ShownOrigin> origins(Reference reference, WeighedLine line) {
        Map<String, ShownOrigin> origins = ShownOrigin.of(line.provenance(), line.dimensions(), reference.dimensions());
        origins.replaceAll(
                (dimension, origin) -> origin.explained(reference.settings().defaults()));
        return origins;
    }

    private static Map<String, String> codes(DimensionReference dimensions, DimensionSet set) {
        Map<String, String> codes = new TreeMap<>();
        for (int i = 0; i < set.size(); i++) {
            codes.put(
                    dimensions.dimension(set.dimensionId(i)).code(),
                    dimensions.value(set.valueId(i)).code());
        }
        return codes;
    }

    /** Where an entry lies, as far as it lies anywhere. */
    record Placed(Optional<EntryId> id, Optional<Long> number, Optional<Instant> recordedAt) {
        static final Placed NOWHERE = new Placed(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
